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

  /** Set by the recognizer: whether a letter or a digit stands right before or after. */
  boolean joined;

  /** Set by the recognizer: how many characters it looked at, about. */
  int cost;

  /** Set by the recognizer: where the secret begins. */
  int start;

  /** Set by the recognizer: where it ends, exclusive. */
  int end;

  /** The character at {@code at}, or a space outside of the text. */
  char charAt(int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
  }

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }
}
