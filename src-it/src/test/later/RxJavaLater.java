import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CountDownLatch;

/** Tools that answer with RxJava's types; the key is given on the command line. */
public class RxJavaLater {
  @Retention(RetentionPolicy.RUNTIME)
  @interface Act {
    String name();
  }

  static String key = "";

  @Act(name = "one")
  static Single<String> one() {
    return Single.fromCallable(() -> "key " + key);
  }

  @Act(name = "maybe")
  static Maybe<String> maybe() {
    return Maybe.just("key " + key);
  }

  @Act(name = "none")
  static Maybe<String> none() {
    return Maybe.empty();
  }

  @Act(name = "nothing")
  static Completable nothing() {
    return Completable.complete();
  }

  @Act(name = "many")
  static Observable<String> many() {
    return Observable.just("a", "b", "c");
  }

  @Act(name = "split")
  static Flowable<String> split() {
    return Flowable.just("key " + key.substring(0, 9), key.substring(9), " end");
  }

  @Act(name = "failing")
  static Single<String> failing() {
    return Single.error(new IllegalStateException("no " + key));
  }

  @Act(name = "endless")
  static Single<String> endless(CountDownLatch cancelled) {
    return Single.<String>never().doOnDispose(cancelled::countDown);
  }

  public static void main(String[] args) throws Exception {
    key = args[0];
    System.out.println("one " + one().blockingGet());
    System.out.println("maybe " + maybe().blockingGet());
    System.out.println("none " + none().blockingGet());
    nothing().blockingAwait();
    System.out.println("many " + many().toList().blockingGet());
    System.out.println("split " + String.join("", split().toList().blockingGet()));
    System.out.println("failing " + failing().onErrorReturn(e -> e + "").blockingGet());
    CountDownLatch cancelled = new CountDownLatch(1);
    endless(cancelled).subscribe().dispose();
    cancelled.await();
    System.out.println("cancelled");
  }
}
