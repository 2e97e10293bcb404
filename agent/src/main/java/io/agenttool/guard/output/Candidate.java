package io.agenttool.guard.output;

/** A place where a keyword stands, and what a {@link Recognizer} makes of it. Reused in a scan. */
final class Candidate {
  /** The whole text. */
  String text = "";

  /** Where the keyword begins. */
  int keyword;

  /** Where it ends, exclusive. */
  int keywordEnd;

  /** Whether the text ends where {@link #text} does, and is not a part of a stream. */
  boolean complete = true;

  /** What was assigned where a recognizer looked last: others look at the same place. */
  final AssignedValue assigned = new AssignedValue();

  /** Set by the recognizer: whether a letter or a digit stands right before or after. */
  boolean joined;

  /** Set by the recognizer: how many characters it looked at, about. */
  int cost;

  /** Set by the recognizer: where the secret begins. */
  int start;

  /** Set by the recognizer: where it ends, exclusive. */
  int end;

  /** Goes on to another text. */
  void begin(String text, boolean complete) {
    this.text = text;
    this.complete = complete;
    assigned.clear(text);
  }

  /** The character at {@code at}, or a space outside of the text. */
  char charAt(int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
  }

  /**
   * Whether a letter or a digit stands right before {@code at} that is one, and not the end of an
   * escape: <code>\n</code> in JSON, {@code %3D} in a URL.
   */
  boolean isJoined(int at) {
    if (!isAlphanumeric(charAt(at - 1))) {
      return false;
    }
    boolean escape =
        (charAt(at - 2) == '\\' && "nrtbf0".indexOf(charAt(at - 1)) >= 0)
            || (charAt(at - 3) == '%' && isHex(at - 2))
            || (charAt(at - 6) == '\\' && charAt(at - 5) == 'u' && isHex(at - 2));
    return !escape;
  }

  private boolean isHex(int at) {
    return Character.digit(charAt(at), 16) >= 0 && Character.digit(charAt(at + 1), 16) >= 0;
  }

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }
}
