package io.agenttool.guard.output;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What completes later: filtered when it does. */
final class StageShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.pending();
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it is what the caller gets
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    return FilteredFuture.of((CompletionStage<?>) value, rebuilding.later().get());
  }

  /** The future that the caller gets; cancelling it cancels the tool's own. */
  private static final class FilteredFuture extends CompletableFuture<@Nullable Object> {
    private final CompletionStage<?> source;

    private FilteredFuture(CompletionStage<?> source) {
      this.source = source;
    }

    static FilteredFuture of(CompletionStage<?> source, Consumption later) {
      FilteredFuture filtered = new FilteredFuture(source);
      var unused =
          source.whenComplete(
              (result, thrown) -> {
                try {
                  if (thrown == null) {
                    Object clean = later.element(result);
                    later.end();
                    filtered.complete(clean);
                  } else {
                    filtered.completeExceptionally(later.failure(thrown));
                  }
                } catch (Throwable t) {
                  filtered.completeExceptionally(t);
                }
              });
      return filtered;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled) {
        source.toCompletableFuture().cancel(mayInterruptIfRunning);
      }
      return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }
}
