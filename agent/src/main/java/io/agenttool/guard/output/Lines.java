package io.agenttool.guard.output;

/** Where text can be cut so that no address or number is cut with it. */
final class Lines {
  /** A line beyond this is cut between words. */
  private static final int LONG = 4096;

  private Lines() {}

  /** The end of the last line in {@code text[from, to)}; {@code from} where there is none. */
  static int end(String text, int from, int to) {
    int line = text.lastIndexOf('\n', to - 1) + 1;
    if (to - Math.max(line, from) <= LONG) {
      return Math.max(from, line);
    }
    for (int i = to - 2; i > Math.max(line, from); i--) {
      if (text.charAt(i) == ' ' && isSmall(text.charAt(i - 1)) && isSmall(text.charAt(i + 1))) {
        return i;
      }
    }
    return to - LONG / 2;
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }
}
