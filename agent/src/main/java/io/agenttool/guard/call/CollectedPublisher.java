package io.agenttool.guard.call;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Filters what a publisher publishes, once all of it is there; then publishes it on demand. */
final class CollectedPublisher implements Flow.Publisher<Object> {
  private final Flow.Publisher<?> source;
  private final Arrival arrival;

  CollectedPublisher(Flow.Publisher<?> source, Arrival arrival) {
    this.source = source;
    this.arrival = arrival;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Object> target) {
    source.subscribe(new Collecting(target, arrival));
  }

  private static final class Collecting implements Flow.Subscriber<Object>, Flow.Subscription {
    private final Flow.Subscriber<? super Object> target;
    private final Arrival arrival;
    private final List<Object> collected = new ArrayList<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong draining = new AtomicLong();
    private Flow.@Nullable Subscription source;
    private volatile @Nullable Iterator<?> ready;
    private volatile boolean over;

    Collecting(Flow.Subscriber<? super Object> target, Arrival arrival) {
      this.target = target;
      this.arrival = arrival;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      source = subscription;
      target.onSubscribe(this);
      if (!over) {
        subscription.request(Long.MAX_VALUE);
      }
    }

    @Override
    public void onNext(Object element) {
      collected.add(element);
    }

    @Override
    public void onError(Throwable thrown) {
      if (!over) {
        over = true;
        target.onError(arrival.failure(thrown));
      }
    }

    @Override
    public void onComplete() {
      if (over) {
        return;
      }
      Iterator<?> filtered;
      try {
        filtered = Pieces.filtered(collected, arrival).iterator();
      } catch (RuntimeException e) {
        over = true;
        target.onError(e);
        return;
      }
      ready = filtered;
      drain();
    }

    @Override
    public void request(long count) {
      if (count <= 0) {
        cancel();
        target.onError(new IllegalArgumentException("request of " + count)); // Flow, rule 3.9
        return;
      }
      asked.accumulateAndGet(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
      drain();
    }

    /** One thread at a time publishes; whoever comes meanwhile has it look again. */
    private void drain() {
      if (draining.getAndIncrement() != 0) {
        return;
      }
      long seen = 1;
      do {
        publish();
        seen = draining.addAndGet(-seen);
      } while (seen != 0);
    }

    private void publish() {
      Iterator<?> values = ready;
      if (values == null) {
        return;
      }
      while (!over && values.hasNext() && asked.get() > 0) {
        asked.decrementAndGet();
        target.onNext(values.next());
      }
      if (!over && !values.hasNext()) {
        over = true;
        target.onComplete();
      }
    }

    @Override
    public void cancel() {
      boolean waiting = !over && ready == null;
      over = true;
      if (source != null) {
        source.cancel();
      }
      if (waiting) {
        arrival.cancelled();
      }
    }
  }
}
