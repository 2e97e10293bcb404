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

  /** How many letters at a keyword's beginning are looked up at once. */
  private static final int GRAM = 4;

  /** No place in a text. */
  static final int NONE = -1;

  /** How many characters are looked at in one go. */
  private static final int CHUNK = 1024;

  private static final ThreadLocal<char[]> CHUNKS = ThreadLocal.withInitial(() -> new char[CHUNK]);

  /** The code of what keywords begin with that is no letter. */
  private static final int SIGN = 31;

  /** The code of a character that {@link #hides}. */
  private static final int HIDDEN = -1;

  /**
   * Five bits for each character of Latin-1: letters apart, in either case, with accents or not.
   */
  private static final byte[] CODES = codes();

  /** Where a keyword's first letters, as codes, are hashed to. */
  private final boolean[] marked = new boolean[1 << 15];

  private final @Nullable Entry[][] byFirst = new Entry[128][];

  Keywords(List<ScreenRule> rules, Function<ScreenRule, List<String>> words) {
    List<List<Entry>> lists = new ArrayList<>();
    for (int i = 0; i < byFirst.length; i++) {
      lists.add(new ArrayList<>());
    }
    for (ScreenRule rule : rules) {
      for (String keyword : words.apply(rule)) {
        lists.get(keyword.charAt(0)).add(new Entry(keyword, rule));
        mark(keyword);
      }
    }
    for (int i = 0; i < byFirst.length; i++) {
      byFirst[i] = lists.get(i).isEmpty() ? null : lists.get(i).toArray(new Entry[0]);
    }
  }

  private void mark(String keyword) {
    int gram = 0;
    for (int i = 0; i < Math.min(GRAM, keyword.length()); i++) {
      gram = (gram << 5) | CODES[keyword.charAt(i)];
    }
    if (CODES[keyword.charAt(0)] != SIGN && keyword.length() >= GRAM) {
      marked[slot(gram)] = true;
    }
  }

  private static int slot(int gram) {
    return ((gram & 0xFFFFF) * 0x9E3779B1) >>> 17;
  }

  /**
   * The next place at which {@code text} has to be looked at closely: a keyword, or a character
   * that {@link #hides}; {@link #NONE} for none. Allocates nothing; a character costs a lookup in a
   * table that fits the processor's nearest cache. Not for keywords of fewer letters than {@value
   * #GRAM}.
   */
  int next(String text, int from) {
    char[] chunk = CHUNKS.get();
    for (int begin = from; begin < text.length(); begin += CHUNK - GRAM + 1) {
      int end = Math.min(text.length(), begin + CHUNK);
      text.getChars(begin, end, chunk, 0);
      int found = next(text, begin, chunk, end - begin);
      if (found != NONE) {
        return found;
      }
    }
    return NONE;
  }

  private int next(String text, int begin, char[] chunk, int length) {
    boolean[] marked = this.marked;
    byte[] codes = CODES;
    int gram = 0;
    for (int i = 0; i < length; i++) {
      char c = chunk[i];
      int code = c < 0x100 ? codes[c] : hides(c) ? HIDDEN : 0;
      if (code == HIDDEN || (code == SIGN && isAt(text, begin + i))) {
        return begin + i;
      }
      gram = (gram << 5) | code;
      if (marked[slot(gram)] && i >= GRAM - 1 && isAt(text, begin + i - GRAM + 1)) {
        return begin + i - GRAM + 1;
      }
    }
    return NONE;
  }

  private static byte[] codes() {
    byte[] codes = new byte[0x100];
    for (char c = 0; c < codes.length; c++) {
      char folded = fold(c);
      boolean letter = folded >= 'a' && folded <= 'z';
      boolean sign = "<[`~".indexOf(folded) >= 0;
      codes[c] = (byte) (hides(c) ? HIDDEN : letter ? folded - 'a' + 1 : sign ? SIGN : 0);
    }
    return codes;
  }

  private boolean isAt(String text, int start) {
    Entry[] entries = startingWith(fold(text.charAt(start)));
    return entries != null && isAt(text, start, entries);
  }

  private static boolean isAt(String text, int start, Entry[] entries) {
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
  static boolean hides(char c) {
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
