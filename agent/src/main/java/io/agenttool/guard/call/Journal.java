package io.agenttool.guard.call;

import java.util.List;
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

  /**
   * When a part of the result that was still to come, such as a stream's, has been read to its end.
   * Comes after the {@link #outcome}, perhaps several times, perhaps never.
   *
   * @param seen what was found in it
   * @param denial why the rest of it is withheld; {@code null} where all of it was handed on
   */
  void later(ToolCall call, List<Finding> seen, Verdict.@Nullable Deny denial);
}
