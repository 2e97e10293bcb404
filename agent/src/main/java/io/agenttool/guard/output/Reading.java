package io.agenttool.guard.output;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads from the tool's own source, whose failures say things too. */
final class Reading {
  private Reading() {}

  /** What the source gives; what it throws is filtered as a tool's exception is. */
  static <T extends @Nullable Object> T of(Pieces pieces, Supplier<T> source) {
    try {
      return source.get();
    } catch (RuntimeException e) {
      Throwable clean = pieces.failure(e);
      throw clean instanceof RuntimeException same ? same : new IllegalStateException(clean);
    }
  }
}
