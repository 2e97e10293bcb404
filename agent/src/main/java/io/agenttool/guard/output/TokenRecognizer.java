package io.agenttool.guard.output;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Recognises a token by a pattern that begins with the keyword. */
final class TokenRecognizer implements Recognizer {
  /** The longest token. What goes on in the same characters is taken as the token's. */
  static final int WINDOW = 512;

  private final Pattern pattern;
  private final boolean mayBeJoined;

  /**
   * @param pattern re2 syntax
   * @param ignoreCase whether letters match in any case
   * @param mayBeJoined whether a token may follow a letter or a digit
   */
  TokenRecognizer(String pattern, boolean ignoreCase, boolean mayBeJoined) {
    this.pattern = Pattern.compile(pattern, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
    this.mayBeJoined = mayBeJoined;
  }

  @Override
  public Decision decide(Candidate candidate) {
    if (!mayBeJoined && candidate.joined()) {
      return Decision.NONE;
    }
    String text = candidate.text;
    int from = candidate.keyword;
    int to = Math.min(text.length(), from + WINDOW);
    if (to < from + WINDOW && !candidate.complete) {
      return Decision.OPEN;
    }
    Window window = new Window(text, from, to);
    Matcher matcher = pattern.matcher(window);
    boolean matches = matcher.lookingAt();
    candidate.cost += window.furthest();
    if (!matches) {
      return Decision.NONE;
    }
    int end = from + matcher.end();
    if (end == from + WINDOW) {
      while (end < text.length() && isTokenCharacter(text.charAt(end))) {
        end++;
      }
    }
    candidate.start = from;
    candidate.end = end;
    return Decision.FOUND;
  }

  private static boolean isTokenCharacter(char c) {
    return Candidate.isAlphanumeric(c) || "-_.+/=~".indexOf(c) >= 0;
  }
}
