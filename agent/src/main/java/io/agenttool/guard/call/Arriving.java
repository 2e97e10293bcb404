package io.agenttool.guard.call;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Leads the result of one call that comes later into Guard's frame and out again. */
final class Arriving implements Arrival {
  private final ThreadLocal<Frame> frames;
  private final Passage passage;

  Arriving(ThreadLocal<Frame> frames, Passage passage) {
    this.frames = frames;
    this.passage = passage;
  }

  /** Filters the result of a stage when it comes. */
  void fill(GuardedFuture future, CompletionStage<?> pending) {
    pending.whenComplete((value, thrown) -> arrived(future, value, thrown));
  }

  private void arrived(GuardedFuture future, @Nullable Object value, @Nullable Throwable thrown) {
    Object filtered = null;
    Throwable failure = null;
    try {
      if (thrown == null) {
        filtered = value(value);
      } else {
        failure = failure(thrown);
      }
    } catch (Throwable e) {
      failure = e;
    }
    // Outside Guard's frames: the application's continuations run from here.
    if (failure == null) {
      future.complete(filtered);
    } else {
      future.completeExceptionally(failure);
    }
  }

  @Override
  public @Nullable Object value(@Nullable Object value) {
    return inside(() -> finish(value));
  }

  private @Nullable Object finish(@Nullable Object value) {
    Opening opening = passage.opening();
    if (opening == null) {
      return passage.finish(value);
    }
    try {
      return passage.finish(value);
    } catch (RuntimeException refusal) {
      return opening.refused(refusal, true);
    }
  }

  @Override
  public Throwable failure(Throwable thrown) {
    return inside(() -> passage.finishFailed(unwrap(thrown)));
  }

  @Override
  public void cancelled() {
    inside(
        () -> {
          passage.giveUp();
          return passage;
        });
  }

  private <T extends @Nullable Object> T inside(Supplier<T> work) {
    Frame frame = frames.get();
    boolean before = frame.inside;
    frame.inside = true;
    try {
      return work.get();
    } finally {
      frame.inside = before;
    }
  }

  private static Throwable unwrap(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
