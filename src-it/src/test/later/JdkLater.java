import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SubmissionPublisher;

/** Tools that answer with the JDK's types; the key is given on the command line. */
public class JdkLater {
  @Retention(RetentionPolicy.RUNTIME)
  @interface Act {
    String name();
  }

  static String key = "";

  @Act(name = "one")
  static Future<String> one() {
    FutureTask<String> task = new FutureTask<>(() -> "key " + key);
    task.run();
    return task;
  }

  @Act(name = "failing")
  static Future<String> failing() {
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              throw new IllegalStateException("no " + key);
            });
    task.run();
    return task;
  }

  @Act(name = "endless")
  static Future<String> endless() {
    return new FutureTask<>(() -> "never run");
  }

  @Act(name = "split")
  static Flow.Publisher<String> split() {
    SubmissionPublisher<String> publisher = new SubmissionPublisher<>();
    new Thread(
            () -> {
              while (publisher.getNumberOfSubscribers() == 0) {
                Thread.onSpinWait();
              }
              publisher.submit("key " + key.substring(0, 9));
              publisher.submit(key.substring(9));
              publisher.submit(" end");
              publisher.close();
            })
        .start();
    return publisher;
  }

  public static void main(String[] args) throws Exception {
    key = args[0];
    System.out.println("one " + one().get());
    try {
      failing().get();
    } catch (ExecutionException e) {
      System.out.println("failing " + e.getCause());
    }
    System.out.println(endless().cancel(true) ? "cancelled" : "not cancelled");
    System.out.println("split " + String.join("", all(split())));
  }

  /** Asks for one at a time, as a slow reader does. */
  static List<String> all(Flow.Publisher<String> publisher) throws Exception {
    CompletableFuture<List<String>> all = new CompletableFuture<>();
    List<String> values = new ArrayList<>();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          Flow.Subscription subscription;

          @Override
          public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
          }

          @Override
          public void onNext(String value) {
            values.add(value);
            subscription.request(1);
          }

          @Override
          public void onError(Throwable thrown) {
            all.completeExceptionally(thrown);
          }

          @Override
          public void onComplete() {
            all.complete(values);
          }
        });
    return all.get();
  }
}
