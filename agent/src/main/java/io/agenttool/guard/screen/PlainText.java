package io.agenttool.guard.screen;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as a reader of English would take it, each character with its place in the original: lower
 * case, compatibility forms (UAX #15, NFKD) as what they stand for, accents and invisible
 * characters gone, white space of any length and kind one space, or one newline where it has one.
 * Unicode tag characters, which carry ASCII that no person sees, become that ASCII.
 */
final class PlainText {
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007E;

  /** The forms of the characters of Latin-1: asking for each costs more than all else. */
  private static final String[] LATIN_1 = latin1();

  private char[] chars;
  private int[] starts;
  private int[] ends;
  private int length;

  private PlainText(int capacity) {
    chars = new char[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  static PlainText of(CharSequence text) {
    PlainText plain = new PlainText(text.length() + 16);
    for (int at = 0; at < text.length(); ) {
      int codePoint = Character.codePointAt(text, at);
      int next = at + Character.charCount(codePoint);
      plain.add(codePoint, at, next);
      at = next;
    }
    return plain;
  }

  private void add(int codePoint, int start, int end) {
    if (codePoint > ' ' && codePoint < 0x7F) {
      boolean capital = codePoint >= 'A' && codePoint <= 'Z';
      put((char) (capital ? codePoint | 0x20 : codePoint), start, end);
    } else if (codePoint < 0x80) {
      addPlain(codePoint, start, end);
    } else if (codePoint >= FIRST_TAG && codePoint <= LAST_TAG) {
      addPlain(codePoint - 0xE0000, start, end);
    } else if (!isInvisible(codePoint)) {
      String forms = codePoint < LATIN_1.length ? LATIN_1[codePoint] : forms(codePoint);
      for (int i = 0; i < forms.length(); ) {
        int form = forms.codePointAt(i);
        addPlain(form, start, end);
        i += Character.charCount(form);
      }
    }
  }

  private static String[] latin1() {
    String[] forms = new String[0x100];
    for (int c = 0; c < forms.length; c++) {
      forms[c] = forms(c);
    }
    return forms;
  }

  private static String forms(int codePoint) {
    return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
  }

  private void addPlain(int codePoint, int start, int end) {
    if (codePoint == ' '
        || (codePoint >= '\t' && codePoint <= '\r')
        || codePoint == 0x85
        || Character.isSpaceChar(codePoint)) {
      boolean newline = codePoint == '\n' || codePoint == '\r';
      if (length == 0 || (chars[length - 1] != ' ' && chars[length - 1] != '\n')) {
        put(newline ? '\n' : ' ', start, end);
      } else {
        ends[length - 1] = end;
        chars[length - 1] = newline ? '\n' : chars[length - 1];
      }
    } else if (!isInvisible(codePoint)) {
      int lower = Character.toLowerCase(codePoint);
      for (char unit : Character.toChars(lower)) {
        put(unit, start, end);
      }
    }
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint != 0x85;
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default ->
          codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
    };
  }

  private void put(char unit, int start, int end) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
      starts = Arrays.copyOf(starts, length * 2);
      ends = Arrays.copyOf(ends, length * 2);
    }
    chars[length] = unit;
    starts[length] = start;
    ends[length] = end;
    length++;
  }

  /** Whether {@code word} stands at {@code at}. */
  boolean has(String word, int at) {
    if (length - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (chars[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  /** Where the character at {@code index} begins in the original. */
  int start(int index) {
    return starts[index];
  }

  /** Where it ends in the original. */
  int end(int index) {
    return ends[index];
  }
}
