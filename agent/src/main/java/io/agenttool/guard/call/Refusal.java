package io.agenttool.guard.call;

import io.agenttool.guard.call.Verdict.Deny;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exception that the caller of a denied tool gets: the one whose message the framework shows to
 * the model; else {@code io.agenttool.ToolDeniedException} of the application where it can see
 * that, a {@link SecurityException} with the same message elsewhere.
 */
public final class Refusal {
  private static final String NAME = "io.agenttool.ToolDeniedException";

  /** Of frameworks that tell the model no more than "internal error" of any other exception. */
  private static final Map<String, String> BY_FRAMEWORK =
      Map.of("Quarkus MCP", "io.quarkiverse.mcp.server.ToolCallException");

  /** Enough to find the caller; thousands of full traces have exhausted heaps. */
  private static final int FRAMES = 16;

  private Refusal() {}

  /** What the caller of {@code call} gets for {@code denial}, thrown or handed on. */
  public static RuntimeException of(ToolCall call, Deny denial) {
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
    RuntimeException refusal = byFramework(tool, message);
    if (refusal == null) {
      refusal = named(tool, message, denial.rule(), call.id());
    }
    refusal.setStackTrace(callers());
    return refusal;
  }

  /** The refusal in what reflection or a framework made of it; {@code null} for none. */
  public static @Nullable RuntimeException in(Throwable thrown) {
    Throwable at = thrown;
    for (int i = 0; at != null && i < 4; i++) {
      if (at instanceof SecurityException refusal
          && String.valueOf(at.getMessage()).startsWith("Guard denied ")) {
        return refusal;
      }
      at = at.getCause();
    }
    return null;
  }

  private static @Nullable RuntimeException byFramework(Tool tool, String message) {
    String name = BY_FRAMEWORK.get(tool.framework());
    if (name == null) {
      return null;
    }
    try {
      return Class.forName(name, true, tool.loader())
          .asSubclass(RuntimeException.class)
          .getConstructor(String.class)
          .newInstance(message);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return null;
    }
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
        || className.startsWith("io.agenttool.guard.output.")
        || className.equals("java.lang.GuardDispatch");
  }
}
