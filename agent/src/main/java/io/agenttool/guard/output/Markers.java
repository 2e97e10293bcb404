package io.agenttool.guard.output;

import com.google.re2j.Pattern;
import java.util.function.UnaryOperator;

/** The markers that stand where something was taken out. */
final class Markers {
  /** What stands in the place of a URL. */
  static final String DOMAIN = "[BLOCKED_DOMAIN]";

  private static final String OPENING = "[REDACTED_";
  private static final int LONGEST = 80;

  private static final Pattern MARKER =
      Pattern.compile(
          "\\[(?:REDACTED_[A-Z0-9_]{1,64}(?: \\*\\*\\*\\*[^ \\]]{4}| #[0-9a-f]{16})?|BLOCKED(?:_DOMAIN)?)\\]");

  private Markers() {}

  /** {@code text} with what is between its markers replaced, and the markers as they are. */
  static String between(String text, UnaryOperator<String> replace) {
    int open = next(text, 0);
    if (open < 0) {
      return replace.apply(text);
    }
    StringBuilder out = new StringBuilder(text.length());
    boolean changed = false;
    int at = 0;
    while (at < text.length()) {
      int until = open < 0 ? text.length() : open;
      String part = text.substring(at, until);
      String clean = replace.apply(part);
      changed |= !clean.equals(part);
      out.append(clean);
      at = open < 0 ? until : text.indexOf(']', open) + 1;
      out.append(text, until, at);
      open = next(text, at);
    }
    return changed ? out.toString() : text;
  }

  private static int next(String text, int from) {
    int at = text.indexOf('[', from);
    while (at >= 0 && !MARKER.matcher(new Window(text, at, text.length())).lookingAt()) {
      at = text.indexOf('[', at + 1);
    }
    return at;
  }

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
