package io.agenttool.guard.sandbox;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A stream of answers from the engine: its beginning and its end as futures.
 *
 * @param <T> the type of the answers
 */
abstract class Following<T> implements ResultCallback<T> {
  /** Complete when the engine has taken the request. */
  final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();

  /** Complete when the last answer has come. */
  final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

  @Override
  public void onStart(Closeable stream) {
    started.complete(null);
  }

  @Override
  public void onError(Throwable failure) {
    started.completeExceptionally(failure);
    ended.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    started.complete(null);
    ended.complete(null);
  }

  @Override
  public void close() {}
}
