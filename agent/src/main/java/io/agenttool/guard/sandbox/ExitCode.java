package io.agenttool.guard.sandbox;

import com.github.dockerjava.api.model.WaitResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Waits for a container's end and its exit code. */
final class ExitCode extends Following<WaitResponse> {
  /** The exit code, once the container has ended. */
  final CompletableFuture<Integer> code = new CompletableFuture<>();

  @Override
  public void onNext(WaitResponse response) {
    code.complete(response.getStatusCode());
  }

  @Override
  public void onError(Throwable failure) {
    code.completeExceptionally(failure);
    super.onError(failure);
  }

  @Override
  public void onComplete() {
    code.completeExceptionally(new IOException("it hung up before the container had ended"));
    super.onComplete();
  }
}
