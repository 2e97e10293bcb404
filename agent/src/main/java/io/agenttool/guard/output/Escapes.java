package io.agenttool.guard.output;

/** Characters as HTML, JSON, JavaScript and URLs spell them. */
final class Escapes {
  private static final int LONGEST_ENTITY = 10;

  private Escapes() {}

  /** Whether a slash or a backslash stands at {@code at}, in any spelling. */
  static boolean isSlash(String text, int at) {
    int length = length(text, at);
    char c = character(text, at, length);
    return c == '/' || c == '\\';
  }

  /** How many characters of {@code text} spell the one at {@code at}. */
  static int length(String text, int at) {
    char c = text.charAt(at);
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (c == '\\') {
      if (next == '/') {
        return 2;
      }
      if (next == 'u' && number(text, at + 2, at + 6, 16) >= 0) {
        return 6;
      }
      return next == 'x' && number(text, at + 2, at + 4, 16) >= 0 ? 4 : 1;
    }
    if (c == '%') {
      int value = number(text, at + 1, at + 3, 16);
      return value >= 0 && value < 0x80 ? 3 : 1;
    }
    if (c == '&') {
      int end = at + 1;
      while (end < at + LONGEST_ENTITY && end < text.length() && text.charAt(end) != ';') {
        end++;
      }
      if (end < text.length() && text.charAt(end) == ';' && entity(text, at, end) >= 0) {
        return end + 1 - at;
      }
    }
    return 1;
  }

  /** The character that {@code length} characters at {@code at} spell. */
  static char character(String text, int at, int length) {
    char c = text.charAt(at);
    if (length == 1) {
      return c;
    }
    return switch (c) {
      case '%' -> (char) number(text, at + 1, at + 3, 16);
      case '&' -> (char) entity(text, at, at + length - 1);
      default -> length == 2 ? '/' : (char) number(text, at + 2, at + length, 16);
    };
  }

  /** Where {@code expected}, in any spelling, ends at {@code end}: its place, or -1. */
  static int before(String text, int end, char expected, int floor) {
    for (int length = 1; length <= LONGEST_ENTITY && end - length >= floor; length++) {
      int at = end - length;
      if (length(text, at) == length && character(text, at, length) == expected) {
        return at;
      }
    }
    return -1;
  }

  private static int entity(String text, int at, int end) {
    if (text.startsWith("&#x", at) || text.startsWith("&#X", at)) {
      return number(text, at + 3, end, 16);
    }
    if (text.startsWith("&#", at)) {
      return number(text, at + 2, end, 10);
    }
    return switch (text.substring(at + 1, end)) {
      case "sol" -> '/';
      case "bsol" -> '\\';
      case "colon" -> ':';
      case "period" -> '.';
      case "amp" -> '&';
      case "quot" -> '"';
      case "lt" -> '<';
      case "gt" -> '>';
      case "commat" -> '@';
      default -> -1;
    };
  }

  private static int number(String text, int from, int to, int radix) {
    if (to > text.length() || from >= to || to - from > 7) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value > 0xFFFF ? 0xFFFD : value;
  }
}
