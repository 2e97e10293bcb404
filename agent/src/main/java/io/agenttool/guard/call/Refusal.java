package io.agenttool.guard.call;

import io.agenttool.guard.call.Verdict.Deny;
import java.lang.reflect.Constructor;
import java.util.List;

/**
 * The exception that the caller of a denied tool gets: {@code io.agenttool.ToolDeniedException} of
 * the application where it can see that, a {@link SecurityException} with the same message
 * elsewhere.
 */
final class Refusal {
  private static final String NAME = "io.agenttool.ToolDeniedException";

  /** Enough to find the caller; thousands of full traces have exhausted heaps. */
  private static final int FRAMES = 16;

  private Refusal() {}

  static SecurityException of(ToolCall call, Deny denial) {
    Tool tool = call.tool();
    String message =
        "Guard denied "
            + tool.name()
            + ": "
            + denial.reason()
            + " [rule "
            + denial.rule()
            + ", call "
            + call.id()
            + "]";
    SecurityException refusal = named(tool, message, denial.rule(), call.id());
    refusal.setStackTrace(callers());
    return refusal;
  }

  private static SecurityException named(Tool tool, String message, String rule, String callId) {
    try {
      // Looked up each time: a reference from here would keep the application's loader alive.
      Constructor<?> constructor =
          Class.forName(NAME, true, tool.loader())
              .getConstructor(String.class, String.class, String.class, String.class);
      return (SecurityException) constructor.newInstance(message, tool.name(), rule, callId);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return new SecurityException(message);
    }
  }

  private static StackTraceElement[] callers() {
    List<StackTraceElement> frames =
        StackWalker.getInstance()
            .walk(
                walk ->
                    walk.dropWhile(frame -> isOurs(frame.getClassName()))
                        .limit(FRAMES)
                        .map(StackWalker.StackFrame::toStackTraceElement)
                        .toList());
    return frames.toArray(StackTraceElement[]::new);
  }

  private static boolean isOurs(String className) {
    return className.startsWith("io.agenttool.guard.call.")
        || className.equals("java.lang.GuardDispatch");
  }
}
