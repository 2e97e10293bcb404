package io.agenttool.guard.entry;

import io.agenttool.guard.call.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one framework puts a call of a tool, its result and its refusal. */
interface Form {

  /**
   * The tool's name.
   *
   * @throws ReflectiveOperationException where the framework is not the one that Guard knows
   */
  String name(Object self, @Nullable Object[] arguments) throws ReflectiveOperationException;

  /**
   * What the MCP server whose tool it is calls it; {@code null} where that is none, or the same.
   *
   * @throws ReflectiveOperationException as {@link #name}
   */
  default @Nullable String servedAs(Object self) throws ReflectiveOperationException {
    return null;
  }

  /**
   * Whether the framework says of the tool that it destroys.
   *
   * @param name what the server calls it, where it is one's, else what the model does
   */
  default boolean destroys(Object self, String name) throws ReflectiveOperationException {
    return false;
  }

  /** Where among the method's arguments the tool's own are. */
  default int place() {
    return 0;
  }

  /** The tool's arguments by name, in order. */
  Map<String, @Nullable Object> read(@Nullable Object[] arguments)
      throws ReflectiveOperationException;

  /** Puts arguments where {@link #read} found them. */
  void write(@Nullable Object[] arguments, Map<String, @Nullable Object> values)
      throws ReflectiveOperationException;

  /** Who is calling. */
  default Map<String, Object> caller(@Nullable Object[] arguments) {
    return Caller.of(arguments);
  }

  /** What stages see of a result. */
  default @Nullable Object shown(@Nullable Object result) throws ReflectiveOperationException {
    return result;
  }

  /** A result with what stages made of it. */
  default @Nullable Object rebuilt(@Nullable Object result, @Nullable Object filtered)
      throws ReflectiveOperationException {
    return filtered;
  }

  /**
   * See {@link io.agenttool.guard.call.Entry#failed}.
   *
   * @param refusal of a woven method that the call led to
   * @param thrown what came of it
   */
  default Throwable refusedWithin(Object self, RuntimeException refusal, Throwable thrown)
      throws ReflectiveOperationException {
    return thrown;
  }

  /** See {@link io.agenttool.guard.call.Opening#refused}. */
  default @Nullable Object refused(Object self, RuntimeException refusal, boolean later)
      throws ReflectiveOperationException {
    throw refusal;
  }
}
