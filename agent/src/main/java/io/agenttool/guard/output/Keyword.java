package io.agenttool.guard.output;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that is in every secret of a kind: one character out of a set after another. Most sets
 * have one character in them.
 */
final class Keyword {
  private final Ascii[] characters;

  /** The bits of these, two numbers each, side by side. */
  private final long[] bits;

  /** Whether {@link #mask} and {@link #value} say all of the first sixteen characters. */
  private final boolean plain;

  private Keyword(Ascii[] characters) {
    this.characters = characters;
    bits = new long[2 * characters.length];
    for (int i = 0; i < characters.length; i++) {
      bits[2 * i] = characters[i].low();
      bits[2 * i + 1] = characters[i].high();
    }
    plain = isPlain();
  }

  private boolean isPlain() {
    for (int i = 0; i < Math.min(characters.length, KeywordFilter.COMPARED); i++) {
      int free = 8 - Long.bitCount(common(characters[i]) >>> 8);
      if (characters[i].size() != 1 << free) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a keyword of a rule pack: {@code ghp_}. Where it ends in a class, there may be classes
   * before it too: {@code hf_[A-Za-z]}, {@code [MNO][DTjz][AE]}.
   *
   * @throws IllegalArgumentException where it is too short to be found, could be almost any text,
   *     or is not ASCII
   */
  static Keyword of(String written, boolean ignoreCase) {
    if (!written.endsWith("]") || written.indexOf('[') < 0) {
      return literal(written, ignoreCase);
    }
    List<Ascii> characters = new ArrayList<>();
    int at = 0;
    for (int open = written.indexOf('['); open >= 0; open = written.indexOf('[', at)) {
      addAll(characters, written, at, open);
      at = written.indexOf(']', open + 1) + 1;
      List<TokenPattern.Run> runs = new PatternReader(written.substring(open, at)).runs();
      if (runs == null || runs.size() != 1 || runs.get(0).others()) {
        throw new IllegalArgumentException(
            "keyword '" + written + "' has a class that is more than characters of ASCII");
      }
      characters.add(runs.get(0).set());
    }
    addAll(characters, written, at, written.length());
    Keyword keyword = checked(characters, written, ignoreCase);
    if (!TripleChoice.canStandFor(keyword)) {
      throw new IllegalArgumentException("keyword '" + written + "' could be almost any text");
    }
    return keyword;
  }

  /** The keyword that is that text to the letter. */
  static Keyword literal(String text) {
    return literal(text, false);
  }

  private static Keyword literal(String text, boolean ignoreCase) {
    List<Ascii> characters = new ArrayList<>(text.length());
    addAll(characters, text, 0, text.length());
    return checked(characters, text, ignoreCase);
  }

  private static void addAll(List<Ascii> characters, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      characters.add(c < ' ' || c >= 127 ? Ascii.NONE : Ascii.of(c));
    }
  }

  private static Keyword checked(List<Ascii> characters, String written, boolean ignoreCase) {
    if (!isAscii(characters)) {
      throw new IllegalArgumentException(
          "keyword '" + written + "' needs " + KeywordFilter.SHORTEST + " characters of ASCII");
    }
    Ascii[] sets = characters.toArray(Ascii[]::new);
    for (int i = 0; ignoreCase && i < sets.length; i++) {
      sets[i] = sets[i].inAnyCase();
    }
    return new Keyword(sets);
  }

  private static boolean isAscii(List<Ascii> characters) {
    for (int i = 0; i < characters.size(); i++) {
      if (characters.get(i).isEmpty()) {
        return false;
      }
    }
    return characters.size() >= KeywordFilter.SHORTEST;
  }

  int length() {
    return characters.length;
  }

  /** Which characters may stand at that place of it. */
  Ascii at(int place) {
    return characters[place];
  }

  /** Where it ends in {@code source}, if it begins at {@code from}; -1 if it does not. */
  int end(String source, int from) {
    if (from + characters.length > source.length()) {
      return -1;
    }
    return isThere(source, from, 0) ? from + characters.length : -1;
  }

  /**
   * The same, where the low bytes of the first sixteen characters are those of {@link #mask} and
   * {@link #value}.
   */
  int endOfCompared(String source, int from) {
    if (!plain) {
      return end(source, from);
    }
    int end = from + characters.length;
    if (end > source.length()) {
      return -1;
    }
    int compared = Math.min(characters.length, KeywordFilter.COMPARED);
    int high = 0;
    for (int i = from; i < from + compared; i++) {
      high |= source.charAt(i);
    }
    return high < 128 && isThere(source, from, compared) ? end : -1;
  }

  private boolean isThere(String source, int from, int first) {
    for (int i = first; i < characters.length; i++) {
      char c = source.charAt(from + i);
      long set = c < 128 ? bits[2 * i + (c >>> 6)] : 0;
      if (((set >>> c) & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Which bits of the eight bytes from {@code at} on are the same in every text of this kind. */
  long mask(int at) {
    long mask = 0;
    for (int i = at; i < Math.min(at + 8, characters.length); i++) {
      mask |= (common(characters[i]) >>> 8) << (8 * (i - at));
    }
    return mask;
  }

  /** What those bits are. */
  long value(int at) {
    long value = 0;
    for (int i = at; i < Math.min(at + 8, characters.length); i++) {
      value |= (common(characters[i]) & 0xFF) << (8 * (i - at));
    }
    return value;
  }

  /** The bits that all characters of a set share: which in the second byte, what in the first. */
  private static long common(Ascii set) {
    int first = set.next(0);
    int differ = 0;
    for (int c = first; c < 128; c = set.next(c + 1)) {
      differ |= c ^ first;
    }
    return ((0xFFL & ~differ) << 8) | (first & ~differ);
  }
}
