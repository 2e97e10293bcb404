package io.agenttool.guard.output;

/**
 * A place in a text that may go on, and the steps over it: none looks further than a few
 * characters.
 */
class Cursor {
  static final int LONGEST_GAP = 16;

  String text = "";
  int at;

  /** Whether the text ended before something was decided. */
  boolean ranOut;

  /** Goes to a place. */
  final void go(String text, int at) {
    this.text = text;
    this.at = at;
    ranOut = false;
  }

  final void skip(String characters) {
    int limit = at + LONGEST_GAP;
    while (at < limit && at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  final void skipBlanks() {
    skip(" \t");
  }

  final boolean skipText(String expected) {
    if (text.startsWith(expected, at)) {
      at += expected.length();
      return true;
    }
    ranOut |= text.length() - at < expected.length() && expected.startsWith(text.substring(at));
    return false;
  }

  final char peek(int i) {
    if (i >= text.length()) {
      ranOut = true;
      return ' ';
    }
    return i < 0 ? ' ' : text.charAt(i);
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
