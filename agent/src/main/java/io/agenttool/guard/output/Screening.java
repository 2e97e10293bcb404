package io.agenttool.guard.output;

import io.agenttool.guard.screen.Match;
import io.agenttool.guard.screen.Screen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The screen that arguments pass, for texts of results: a document that a tool reads gives no
 * orders (OWASP LLM01, indirect prompt injection).
 *
 * @param screen knows what reads like an order
 * @param replaces whether such text is replaced, or only told of
 */
record Screening(Screen screen, boolean replaces) {
  /** What findings of the screen begin with. */
  static final String PREFIX = "injection.";

  boolean isClean(String text) {
    return screen.find(text).isEmpty();
  }

  /** The text without what the screen finds; {@code text} itself where there is nothing. */
  String clean(String text, @Nullable Tally tally) {
    List<Match> matches = screen.find(text);
    if (matches.isEmpty()) {
      return text;
    }
    if (tally != null) {
      matches.forEach(match -> tally.found(PREFIX + match.rule()));
    }
    return replaces ? screen.replace(text, matches) : text;
  }
}
