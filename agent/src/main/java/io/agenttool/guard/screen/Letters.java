package io.agenttool.guard.screen;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What each character reads as in {@link PlainText}, in one byte: the cheap way to the letters that
 * words are looked for in. Worked out from {@link PlainText} itself, 256 characters at a time, when
 * the first of these is met.
 */
final class Letters {
  /** Reads as nothing: it is invisible, or a mark on another. */
  static final byte GONE = 0;

  /** Reads as several characters, of which some are ASCII; see {@link #forms}. */
  static final byte MANY = 1;

  /** Reads as no character of ASCII; to the patterns it is one between two words. */
  static final byte OTHER = '*';

  /** Not worked out yet, or half of a pair: ask {@link #of}. */
  static final byte UNKNOWN = 2;

  /** Of the characters of one UTF-16 unit. A thread sees what is known, or that it is not. */
  private static final byte[] UNITS = new byte[Character.MAX_VALUE + 1];

  static {
    Arrays.fill(UNITS, UNKNOWN);
  }

  private static final AtomicReferenceArray<byte[]> PAGES =
      new AtomicReferenceArray<>((Character.MAX_CODE_POINT + 1) >> 8);

  /** Of the few that are {@link #MANY}. */
  private static final Map<Integer, byte[]> FORMS = new ConcurrentHashMap<>();

  private Letters() {}

  /** What {@code codePoint} reads as: a character of ASCII in lower case, or one of the above. */
  static byte of(int codePoint) {
    return codePoint < 0x100 ? Latin.PAGE[codePoint] : page(codePoint >> 8)[codePoint & 0xFF];
  }

  /** The same of each UTF-16 unit, as far as it is known. Not to be changed. */
  static byte[] units() {
    return UNITS;
  }

  private static byte[] page(int index) {
    byte[] page = PAGES.get(index);
    if (page == null) {
      page = new byte[256];
      for (int i = 0; i < page.length; i++) {
        page[i] = letter(PlainText.of(Character.toString((index << 8) | i)));
      }
      PAGES.set(index, page);
      boolean halves =
          index >= Character.MIN_SURROGATE >> 8 && index <= Character.MAX_SURROGATE >> 8;
      if (index << 8 < UNITS.length && !halves) {
        System.arraycopy(page, 0, UNITS, index << 8, page.length);
      }
    }
    return page;
  }

  /**
   * All that a character reads as which is {@link #MANY}; each of ASCII or {@link #OTHER}. Not to
   * be changed.
   */
  static byte[] forms(int codePoint) {
    return FORMS.computeIfAbsent(codePoint, Letters::read);
  }

  private static byte[] read(int codePoint) {
    PlainText plain = PlainText.of(Character.toString(codePoint));
    byte[] forms = new byte[plain.length()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = ascii(plain.chars()[i]);
    }
    return forms;
  }

  /** The page that is asked for most. */
  private static final class Latin {
    static final byte[] PAGE = page(0);
  }

  private static byte letter(PlainText plain) {
    if (plain.length() == 0) {
      return GONE;
    }
    if (plain.length() == 1) {
      return ascii(plain.chars()[0]);
    }
    for (int i = 0; i < plain.length(); i++) {
      if (ascii(plain.chars()[i]) != OTHER) {
        return MANY;
      }
    }
    return OTHER;
  }

  private static byte ascii(char c) {
    return c < 0x80 ? (byte) c : OTHER;
  }
}
