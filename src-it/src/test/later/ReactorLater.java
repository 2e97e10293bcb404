import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tools that answer with Reactor's types; the key is given on the command line. */
public class ReactorLater {
  @Retention(RetentionPolicy.RUNTIME)
  @interface Act {
    String name();
  }

  static String key = "";

  @Act(name = "one")
  static Mono<String> one() {
    return Mono.fromCallable(() -> "key " + key);
  }

  @Act(name = "none")
  static Mono<String> none() {
    return Mono.empty();
  }

  @Act(name = "many")
  static Flux<String> many() {
    return Flux.just("a", "b", "c");
  }

  @Act(name = "split")
  static Flux<String> split() {
    return Flux.just("key " + key.substring(0, 9), key.substring(9), " end");
  }

  @Act(name = "failing")
  static Mono<String> failing() {
    return Mono.error(new IllegalStateException("no " + key));
  }

  @Act(name = "endless")
  static Mono<String> endless(CountDownLatch cancelled) {
    return Mono.<String>never().doOnCancel(cancelled::countDown);
  }

  public static void main(String[] args) throws Exception {
    key = args[0];
    System.out.println("one " + one().block());
    System.out.println("none " + none().block());
    System.out.println("many " + many().collectList().block());
    System.out.println("split " + String.join("", split().collectList().block()));
    System.out.println("failing " + failing().onErrorResume(e -> Mono.just(e + "")).block());
    CountDownLatch cancelled = new CountDownLatch(1);
    endless(cancelled).subscribe().dispose();
    cancelled.await();
    System.out.println("cancelled");
    System.out.println(List.of("done"));
  }
}
