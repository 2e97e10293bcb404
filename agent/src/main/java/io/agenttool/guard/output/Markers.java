package io.agenttool.guard.output;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The markers that stand where something was taken out. */
final class Markers {
  /** What stands in the place of a URL. */
  static final String DOMAIN = "[BLOCKED_DOMAIN]";

  private static final String OPENING = "[REDACTED_";
  private static final int LONGEST = 80;

  private static final Pattern MARKER =
      Pattern.compile(
          "\\[(?:REDACTED_([A-Z0-9_]{1,64})(?: \\*\\*\\*\\*[^ \\]]{4}|"
              + " #([0-9a-f]{16}))?|BLOCKED(?:_DOMAIN)?)\\]");

  private Markers() {}

  /**
   * {@code text} with what is between its markers replaced, and the markers as they are.
   *
   * @param names those of rules: what only looks like a marker can be a secret in brackets
   */
  static String between(String text, Set<String> names, UnaryOperator<String> replace) {
    int open = next(text, 0, names);
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
      open = next(text, at, names);
    }
    return changed ? out.toString() : text;
  }

  private static int next(String text, int from, Set<String> names) {
    int at = text.indexOf('[', from);
    while (at >= 0 && !isMarker(text, at, names)) {
      at = text.indexOf('[', at + 1);
    }
    return at;
  }

  private static boolean isMarker(String text, int at, Set<String> names) {
    Matcher marker = MARKER.matcher(new Window(text, at, text.length()));
    if (!marker.lookingAt()) {
      return false;
    }
    String name = marker.group(1);
    String hash = marker.group(2);
    return name == null || (names.contains(name) && (hash == null || Marking.isHash(hash)));
  }

  /**
   * Whether {@code text[start, end)} lies in a marker of a rule of {@code names}, and so is what
   * Guard wrote there.
   */
  static boolean holds(String text, int start, int end, Set<String> names) {
    int open = start;
    int least = Math.max(0, start - LONGEST);
    while (open >= least && text.charAt(open) != '[') {
      open--;
    }
    return open >= least && isMarker(text, open, names) && end <= text.indexOf(']', open) + 1;
  }

  /** Whether {@code at} is inside of a marker, so that the marker's own words are no keywords. */
  static boolean encloses(String text, int at) {
    for (int i = at; i >= 0 && i > at - LONGEST; i--) {
      char c = text.charAt(i);
      if (c == '[') {
        return text.startsWith(OPENING, i)
            && MARKER.matcher(new Window(text, i, text.length())).lookingAt();
      }
      if (c != '_' && (c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return false;
  }
}
