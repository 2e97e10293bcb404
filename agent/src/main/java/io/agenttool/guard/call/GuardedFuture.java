package io.agenttool.guard.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The filtered result of a call whose body gave a {@link CompletionStage}. */
final class GuardedFuture extends CompletableFuture<@Nullable Object> {
  private final CompletionStage<?> source;

  GuardedFuture(CompletionStage<?> source) {
    this.source = source;
  }

  /** Whether it can be returned by a method of this type. */
  boolean fits(String returnType) {
    return returnType.equals(CompletableFuture.class.getName())
        || returnType.equals(CompletionStage.class.getName())
        || returnType.equals(Future.class.getName())
        || returnType.equals(Object.class.getName());
  }

  /** Whoever gives the result up gives the tool's work up. */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (source instanceof Future<?> future) {
      future.cancel(mayInterruptIfRunning);
    }
    return super.cancel(mayInterruptIfRunning);
  }
}
