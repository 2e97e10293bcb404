import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CountDownLatch;

/** Tools that answer with Mutiny's types; the key is given on the command line. */
public class MutinyLater {
  @Retention(RetentionPolicy.RUNTIME)
  @interface Act {
    String name();
  }

  static String key = "";

  @Act(name = "one")
  static Uni<String> one() {
    return Uni.createFrom().item(() -> "key " + key);
  }

  @Act(name = "none")
  static Uni<String> none() {
    return Uni.createFrom().nullItem();
  }

  @Act(name = "many")
  static Multi<String> many() {
    return Multi.createFrom().items("a", "b", "c");
  }

  @Act(name = "split")
  static Multi<String> split() {
    return Multi.createFrom().items("key " + key.substring(0, 9), key.substring(9), " end");
  }

  @Act(name = "failing")
  static Uni<String> failing() {
    return Uni.createFrom().failure(new IllegalStateException("no " + key));
  }

  @Act(name = "endless")
  static Uni<String> endless(CountDownLatch cancelled) {
    return Uni.createFrom().<String>nothing().onCancellation().invoke(cancelled::countDown);
  }

  public static void main(String[] args) throws Exception {
    key = args[0];
    System.out.println("one " + one().await().indefinitely());
    System.out.println("none " + none().await().indefinitely());
    System.out.println("many " + many().collect().asList().await().indefinitely());
    System.out.println(
        "split " + String.join("", split().collect().asList().await().indefinitely()));
    System.out.println(
        "failing " + failing().onFailure().recoverWithItem(e -> e + "").await().indefinitely());
    CountDownLatch cancelled = new CountDownLatch(1);
    endless(cancelled).subscribe().with(item -> {}).cancel();
    cancelled.await();
    System.out.println("cancelled");
  }
}
