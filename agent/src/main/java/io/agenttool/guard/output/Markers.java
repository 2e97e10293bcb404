package io.agenttool.guard.output;

/** The markers that stand where something was taken out. */
final class Markers {
  /** What stands in the place of a URL. */
  static final String DOMAIN = "[BLOCKED_DOMAIN]";

  private static final String OPENING = "[REDACTED_";
  private static final int LONGEST = 80;

  private Markers() {}

  /** Whether {@code at} is inside of a marker, so that the marker's own words are no keywords. */
  static boolean encloses(String text, int at) {
    for (int i = at; i >= 0 && i > at - LONGEST; i--) {
      char c = text.charAt(i);
      if (c == '[') {
        return text.startsWith(OPENING, i);
      }
      if (c != '_' && (c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return false;
  }
}
