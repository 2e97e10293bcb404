package io.agenttool.guard.call;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The filtered result of a call whose body gave a future that tells nobody when it is done:
 * filtered and recorded by whoever asks first.
 */
final class AwaitedFuture implements Future<@Nullable Object> {
  private final Future<?> source;
  private final Arrival arrival;
  private @Nullable Ended ended;

  AwaitedFuture(Future<?> source, Arrival arrival) {
    this.source = source;
    this.arrival = arrival;
  }

  private record Ended(@Nullable Object value, @Nullable Throwable failure) {}

  @Override
  public @Nullable Object get() throws InterruptedException, ExecutionException {
    try {
      return end(source.get(), null);
    } catch (ExecutionException e) {
      return end(null, e.getCause() == null ? e : e.getCause());
    }
  }

  @Override
  public @Nullable Object get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return end(source.get(timeout, unit), null);
    } catch (ExecutionException e) {
      return end(null, e.getCause() == null ? e : e.getCause());
    }
  }

  private synchronized @Nullable Object end(@Nullable Object value, @Nullable Throwable thrown)
      throws ExecutionException {
    Ended result = ended;
    if (result == null) {
      result = filtered(value, thrown);
      ended = result;
    }
    if (result.failure() != null) {
      throw new ExecutionException(result.failure());
    }
    return result.value();
  }

  private Ended filtered(@Nullable Object value, @Nullable Throwable thrown) {
    if (thrown != null) {
      return new Ended(null, arrival.failure(thrown));
    }
    try {
      return new Ended(arrival.value(value), null);
    } catch (RuntimeException e) {
      return new Ended(null, e);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = source.cancel(mayInterruptIfRunning);
    if (cancelled) {
      arrival.cancelled();
    }
    return cancelled;
  }

  @Override
  public boolean isCancelled() {
    return source.isCancelled();
  }

  @Override
  public boolean isDone() {
    return source.isDone();
  }

  /** The exception that a given-up call is recorded with. */
  static CancellationException givenUp() {
    return new CancellationException("the caller gave the result up");
  }
}
