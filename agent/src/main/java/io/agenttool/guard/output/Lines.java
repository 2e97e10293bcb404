package io.agenttool.guard.output;

/** Where text can be cut so that no address or number is cut with it. */
final class Lines {
  /** A line beyond this is cut. */
  private static final int LONG = 4096;

  /** One that has no place for it, and is beyond this, is cut anywhere. */
  private static final int ENDLESS = 8 * LONG;

  /** What stands in no address and no number. */
  private static final String APART = "\t\"',;<>{}|=&";

  private Lines() {}

  /** The end of the last line in {@code text[from, to)}; {@code from} where there is none. */
  static int end(String text, int from, int to) {
    int line = Math.max(from, text.lastIndexOf('\n', to - 1) + 1);
    if (to - line <= LONG) {
      return line;
    }
    for (int i = to - 2; i > line; i--) {
      char c = text.charAt(i);
      if (APART.indexOf(c) >= 0
          || (c == ' ' && isSmall(text.charAt(i - 1)) && isSmall(text.charAt(i + 1)))) {
        return i;
      }
    }
    return to - line <= ENDLESS ? line : to - LONG / 2;
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }
}
