package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/** Filters what comes when the tool has returned: the values and the failure of a future. */
interface Later {
  /** What the caller gets instead of {@code result}. */
  @Nullable Object result(@Nullable Object result);

  /** What the caller gets instead of {@code thrown}. */
  Throwable failure(Throwable thrown);
}
