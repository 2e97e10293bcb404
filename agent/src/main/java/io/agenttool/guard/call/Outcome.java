package io.agenttool.guard.call;

import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param status in one word
 * @param denial the refusal, where {@code status} is {@link Status#DENIED}
 * @param value what the caller got: the filtered result, or the filtered exception
 * @param nanos from the first instruction of the woven method to here
 */
public record Outcome(
    Status status, Verdict.@Nullable Deny denial, @Nullable Object value, long nanos) {

  /** How a call ended, in one word. */
  public enum Status {
    /** The body ran and returned. */
    RETURNED,
    /** The body ran and threw. */
    THREW,
    /** The body did not run: a stage answered in its place. */
    ANSWERED,
    /** The caller got a refusal, before the body or in place of its result. */
    DENIED
  }
}
