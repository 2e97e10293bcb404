package io.agenttool.guard.output;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link Flow.Publisher}: each subscriber gets filtered elements, and what was held back last. */
final class FlowShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.pending();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    Flow.Publisher<Object> source = (Flow.Publisher<Object>) value;
    Supplier<Consumption> later = rebuilding.later();
    return (Flow.Publisher<Object>)
        subscriber -> source.subscribe(new Filtered(subscriber, new Pieces(later.get())));
  }

  /** Between the source and one subscriber. A last text waits until the subscriber asks for one. */
  private static final class Filtered implements Flow.Subscriber<Object>, Flow.Subscription {
    private final Flow.Subscriber<Object> target;
    private final Pieces pieces;
    private final AtomicLong asked = new AtomicLong();
    private Flow.@Nullable Subscription source;
    private volatile @Nullable String rest;
    private volatile boolean over;

    Filtered(Flow.Subscriber<?> target, Pieces pieces) {
      @SuppressWarnings("unchecked")
      Flow.Subscriber<Object> any = (Flow.Subscriber<Object>) target;
      this.target = any;
      this.pieces = pieces;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      source = subscription;
      target.onSubscribe(this);
    }

    @Override
    public void onNext(Object element) {
      if (over) {
        return;
      }
      asked.decrementAndGet();
      Object clean;
      try {
        clean = pieces.next(element);
      } catch (RuntimeException e) {
        over = true;
        cancel();
        target.onError(e);
        return;
      }
      if (clean != null) {
        target.onNext(clean);
      }
    }

    @Override
    public void onError(Throwable thrown) {
      if (!over) {
        target.onError(pieces.failure(thrown));
      }
    }

    @Override
    public void onComplete() {
      if (over) {
        return;
      }
      try {
        rest = pieces.rest();
      } catch (RuntimeException refused) {
        over = true;
        target.onError(refused);
        return;
      }
      if (rest == null) {
        over = true;
        target.onComplete();
      } else {
        last();
      }
    }

    private synchronized void last() {
      String text = rest;
      if (!over && text != null && asked.get() > 0) {
        over = true;
        target.onNext(text);
        target.onComplete();
      }
    }

    @Override
    public void request(long count) {
      asked.accumulateAndGet(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
      if (rest != null) {
        last();
      } else if (source != null) {
        source.request(count);
      }
    }

    @Override
    public void cancel() {
      if (source != null) {
        source.cancel();
        pieces.stop();
      }
    }
  }
}
