package io.agenttool.guard.call;

import org.jspecify.annotations.Nullable;

/**
 * What a woven method is handed where it begins no call: the call was begun further out, begins
 * further in, or goes on after a wait.
 */
interface Aside {
  /** Of a method that there is nothing more to say about. */
  Aside NOTHING = new Aside() {};

  /** What the caller gets instead of what the method returned. */
  default @Nullable Object returned(@Nullable Object result) {
    left();
    return result;
  }

  /** What the caller gets instead of what the method threw. */
  default Throwable failed(Throwable thrown) {
    left();
    return thrown;
  }

  /** The method is left, one way or the other. */
  default void left() {}
}
