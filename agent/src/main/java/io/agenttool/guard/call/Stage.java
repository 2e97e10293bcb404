package io.agenttool.guard.call;

import org.jspecify.annotations.Nullable;

/**
 * One line of defence around the calls of one tool, made for that tool by a {@link Defence}.
 *
 * <p>Called by many threads at once. Anything thrown from here, and a {@code null} verdict, is a
 * denial.
 */
public interface Stage {

  /** What becomes of the call before its body runs; may replace elements of its arguments. */
  default Verdict before(ToolCall call) {
    return Verdict.proceed();
  }

  /**
   * What {@link #before} would have said, for {@code mode: monitor}: a stage that waits for a
   * person or acts in place of the body does neither here. Replaced arguments are not used.
   */
  default Verdict observe(ToolCall call) {
    return before(call);
  }

  /**
   * The result that the tool's caller gets instead of {@code result}; {@code result} itself where
   * there is nothing to change.
   *
   * @throws Denied where the result is to be withheld
   */
  default @Nullable Object after(ToolCall call, @Nullable Object result) {
    return result;
  }

  /**
   * What the tool's caller gets instead of what the body threw; {@code thrown} itself where there
   * is nothing to change.
   *
   * @throws Denied where the exception is to be withheld
   */
  default Throwable failed(ToolCall call, Throwable thrown) {
    return thrown;
  }
}
