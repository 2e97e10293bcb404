package io.agenttool.guard.call;

import org.jspecify.annotations.Nullable;

/** What becomes of a result that was not there when its tool returned. */
interface Arrival {

  /** Filters and records a value; throws the refusal where it is withheld. */
  @Nullable Object value(@Nullable Object value);

  /** Filters and records a failure; returns what the caller gets instead. */
  Throwable failure(Throwable thrown);

  /** Records that the caller gave the result up. */
  void cancelled();
}
