package io.agenttool.guard.args;

import org.jspecify.annotations.Nullable;

/**
 * A place in an argument, written out only where something was found.
 *
 * @param outer the place that it is in, {@code null} for the argument itself
 * @param step what leads from there to here
 * @param depth how many steps there are
 */
record Where(@Nullable Where outer, String step, int index, int depth) {
  private static final int MAX_KEY = 40;

  /** The argument of a parameter. */
  static Where argument(String name) {
    return new Where(null, "args." + name, -1, 0);
  }

  Where element(int at) {
    return new Where(this, "", at, depth + 1);
  }

  Where field(String name) {
    return new Where(this, name, -1, depth + 1);
  }

  Where key() {
    return new Where(this, "<key>", -1, depth + 1);
  }

  /** A key stands in the place's name where it is a plain word: else it could be what was found. */
  Where entry(@Nullable Object key) {
    boolean plain =
        key instanceof String text && text.length() <= MAX_KEY && text.matches("[A-Za-z0-9_]+");
    return new Where(this, plain ? String.valueOf(key) : "<value>", -1, depth + 1);
  }

  @Override
  public String toString() {
    if (outer == null) {
      return step;
    }
    return outer + (index >= 0 ? "[" + index + "]" : "." + step);
  }
}
