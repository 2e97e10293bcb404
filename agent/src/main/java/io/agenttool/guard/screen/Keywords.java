package io.agenttool.guard.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Words of all rules by their first character: the cheap question before the dear one. */
final class Keywords {

  /** A keyword and the rule that it begins. */
  record Entry(String keyword, ScreenRule rule) {}

  /** The letters of U+00C0 to U+00FF without their accents; a space where there is none. */
  private static final String LATIN_1 =
      "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y";

  private final @Nullable Entry[][] byFirst = new Entry[128][];

  Keywords(List<ScreenRule> rules, Function<ScreenRule, List<String>> words) {
    List<List<Entry>> lists = new ArrayList<>();
    for (int i = 0; i < byFirst.length; i++) {
      lists.add(new ArrayList<>());
    }
    for (ScreenRule rule : rules) {
      for (String keyword : words.apply(rule)) {
        lists.get(keyword.charAt(0)).add(new Entry(keyword, rule));
      }
    }
    for (int i = 0; i < byFirst.length; i++) {
      byFirst[i] = lists.get(i).isEmpty() ? null : lists.get(i).toArray(new Entry[0]);
    }
  }

  /** Whether {@code text} has to be looked at closely. Allocates nothing. */
  boolean mayMatch(CharSequence text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (hides(c)) {
        return true;
      }
      Entry[] entries = startingWith(fold(c));
      if (entries != null && isAt(text, i, entries)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(CharSequence text, int start, Entry[] entries) {
    for (Entry entry : entries) {
      String keyword = entry.keyword;
      int i = 1;
      while (i < keyword.length()
          && start + i < text.length()
          && fold(text.charAt(start + i)) == keyword.charAt(i)) {
        i++;
      }
      // A keyword that is broken off by a hidden character is for the close look.
      if (i == keyword.length() || (start + i < text.length() && hides(text.charAt(start + i)))) {
        return true;
      }
    }
    return false;
  }

  /** The entries that may begin with a character of {@link PlainText}. */
  Entry @Nullable [] startingWith(char c) {
    return c < byFirst.length ? byFirst[c] : null;
  }

  private static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }
    return c >= 0xC0 && c <= 0xFF ? LATIN_1.charAt(c - 0xC0) : c;
  }

  /** Whether a character could stand for a keyword's, or be invisible inside one. */
  private static boolean hides(char c) {
    if (c < 0x80) {
      return (c < ' ' && (c < '\t' || c > '\r')) || c == 0x7F;
    }
    if (c < 0x100) {
      return c < 0xA0 ? c != 0x85 : c == 0xAA || c == 0xAD || c == 0xBA;
    }
    return !(c >= 0x2010 && c <= 0x2027)
        && !(c >= 0x2030 && c <= 0x205E)
        && !(c >= 0x20A0 && c <= 0x20CF)
        && !(c >= 0x2190 && c <= 0x23FF)
        && !(c >= 0x2500 && c <= 0x27BF)
        && !(c >= 0x370 && c <= 0x5FF)
        && !(c >= 0x620 && c <= 0x64A)
        && !(c >= 0x3041 && c <= 0x3163)
        && !(c >= 0x3400 && c <= 0xD7A3);
  }
}
