package io.agenttool.guard.call;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a tool in its framework's form, and in the form that stages know. */
public interface Opening {

  /** The tool. */
  GuardedTool tool();

  /** Who is calling: see {@link ToolCall#caller}. */
  Map<String, Object> caller();

  /** The tool's arguments, in the order of its parameters; stages replace elements. */
  @Nullable Object[] values();

  /** Puts the values, as the stages left them, where the framework's method finds them. */
  void pass();

  /**
   * Whether this is {@code other} on its way further in: frameworks wrap tools in tools, and hand
   * on what they were handed.
   */
  boolean continues(Opening other);

  /** What stages see of what the framework's method returned. */
  @Nullable Object shown(@Nullable Object result);

  /** What the framework's method returned, with what stages made of it. */
  @Nullable Object rebuilt(@Nullable Object result, @Nullable Object filtered);

  /**
   * A refusal as the framework's method hands it to the model.
   *
   * @param later whether it is the value of a result that comes later
   * @return what it returns
   * @throws RuntimeException that tells the model, where that is the way
   */
  @Nullable Object refused(RuntimeException refusal, boolean later);
}
