package io.agenttool.guard.call;

import org.jspecify.annotations.Nullable;

/**
 * A method by which a framework gets hold of the function that it calls for a tool. The function
 * itself may be a lambda, which no transformer is shown.
 */
public interface Handing {

  /**
   * What the framework gets instead.
   *
   * @param self what it asks
   * @param function what it would have got
   * @param hook where calls of the function are to go through
   */
  @Nullable Object handed(Object self, @Nullable Object function, GuardHook hook);
}
