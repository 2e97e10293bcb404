package io.agenttool.guard.call;

import org.jspecify.annotations.Nullable;

/** Where calls are recorded. What throws from here denies the call. */
public interface Journal {

  /**
   * Before the body runs, or where it will not run.
   *
   * @param denial why the call is denied; {@code null} where it goes on
   */
  void intent(ToolCall call, Verdict.@Nullable Deny denial);

  /** After it: every {@link #intent} that returned is followed by one of these. */
  void outcome(ToolCall call, Outcome outcome);
}
