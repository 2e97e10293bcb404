package io.agenttool.guard.settings;

/**
 * A name with wildcards, compiled once: {@code *} is any characters, also none, but the separator;
 * {@code **} is any characters.
 */
final class NamePattern {
  private static final char STAR = '\ufffe';
  private static final char STARS = '\uffff';

  private final String prefix;
  private final char[] rest;
  private final char separator;

  /**
   * @param text the name; {@code *} stands for itself nowhere
   * @param separator what one {@code *} does not go beyond
   */
  NamePattern(String text, char separator) {
    int star = text.indexOf('*');
    this.prefix = star < 0 ? text : text.substring(0, star);
    this.rest =
        star < 0
            ? new char[0]
            : text.substring(star)
                .replace("**", String.valueOf(STARS))
                .replace('*', STAR)
                .toCharArray();
    this.separator = separator;
  }

  /** Whether a name is one of those. In time linear in both. */
  boolean matches(String name) {
    if (!name.startsWith(prefix)) {
      return false;
    }
    if (rest.length == 0) {
      return name.length() == prefix.length();
    }
    // at[i]: the first i of the rest have matched what was read so far
    boolean[] at = new boolean[rest.length + 1];
    at[0] = true;
    passStars(at);
    for (int i = prefix.length(); i < name.length(); i++) {
      step(at, name.charAt(i));
    }
    return at[rest.length];
  }

  private void step(boolean[] at, char c) {
    for (int i = rest.length; i >= 0; i--) {
      boolean stays =
          i < rest.length && at[i] && (rest[i] == STARS || (rest[i] == STAR && c != separator));
      at[i] = stays || (i > 0 && at[i - 1] && rest[i - 1] == c);
    }
    passStars(at);
  }

  /** A wildcard may stand for nothing. */
  private void passStars(boolean[] at) {
    for (int i = 0; i < rest.length; i++) {
      at[i + 1] |= at[i] && (rest[i] == STAR || rest[i] == STARS);
    }
  }
}
