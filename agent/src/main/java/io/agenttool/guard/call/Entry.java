package io.agenttool.guard.call;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A framework's own way into its tools: a method that it calls for tools which no annotation
 * declares, whichever class implements it.
 */
public interface Entry {

  /**
   * Reads a call; one that cannot be read is that of a tool whose first stage says so.
   *
   * @param self the tool's object
   * @param arguments the woven method's own
   * @return {@code null} where it leads to a method that is woven itself, and guards the call
   * @throws Denied where it cannot be read
   */
  @Nullable Opening open(@Nullable Object self, @Nullable Object[] arguments);

  /**
   * What the caller gets of a call that led to a woven method, where that threw: the method's
   * refusal may tell the model less than the framework's own.
   */
  default Throwable failed(@Nullable Object self, Throwable thrown) {
    return thrown;
  }

  /** Who is calling: see {@link ToolCall#caller}. */
  Map<String, Object> caller(@Nullable Object[] arguments);
}
