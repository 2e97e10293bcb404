package io.agenttool.guard.args;

import org.jspecify.annotations.Nullable;

/** What one value of an argument has to keep. */
interface Rule {

  /**
   * What {@code value} breaks; {@code null} for nothing.
   *
   * @param value text, a number, a path or what else the argument holds; an element where it is an
   *     array, a collection or an Optional; never {@code null}: where there is no value there is
   *     nothing to run, open or compare
   */
  @Nullable Broken check(Object value);
}
