package io.agenttool.guard.args;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/** The words {@code pattern}, {@code maxLength} and {@code oneOf}. */
final class TextRules {
  private TextRules() {}

  /** The whole text has to match; RE2, so that no text can make it slow. */
  static Rule pattern(Pattern pattern) {
    return value -> {
      String text = Leaves.text(value);
      return text != null && pattern.matches(text)
          ? null
          : new Broken("pattern", "has to match the pattern " + pattern.pattern());
    };
  }

  /** The length in UTF-16 units. */
  static Rule maxLength(int greatest) {
    return value -> {
      String text = Leaves.text(value);
      return text != null && text.length() <= greatest
          ? null
          : new Broken("maxLength", "may be at most " + greatest + " characters long");
    };
  }

  /** The text, an enum's constant or a number as Java writes it has to be one of these. */
  static Rule oneOf(List<String> texts) {
    Set<String> allowed = Set.copyOf(texts);
    return value -> {
      String text = value instanceof Number ? value.toString() : Leaves.text(value);
      return text != null && allowed.contains(text)
          ? null
          : new Broken("oneOf", "has to be one of: " + String.join(", ", texts));
    };
  }
}
