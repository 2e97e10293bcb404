package io.agenttool.guard.output;

/**
 * A set of characters of ASCII.
 *
 * @param low a bit for each character below 64
 * @param high a bit for each of the others
 */
record Ascii(long low, long high) {
  private static final long LETTERS = 0x07FF_FFFEL;

  /** How far small letters are from capitals. */
  private static final int CASE = 32;

  static final Ascii NONE = new Ascii(0, 0);

  private static final Ascii[] SINGLE = new Ascii[128];

  static {
    for (char c = 0; c < SINGLE.length; c++) {
      SINGLE[c] = NONE.with(c);
    }
  }

  /** The one character. */
  static Ascii of(char c) {
    return SINGLE[c];
  }

  boolean has(char c) {
    return (((c < 64 ? low : c < 128 ? high : 0) >>> c) & 1) != 0;
  }

  boolean isEmpty() {
    return (low | high) == 0;
  }

  Ascii with(char c) {
    return new Ascii(c < 64 ? low | 1L << c : low, c < 64 ? high : high | 1L << c);
  }

  /** With all from {@code first} to {@code last}, inclusive. */
  Ascii with(char first, char last) {
    return new Ascii(low | bits(first, last), high | bits(first - 64, last - 64));
  }

  private static long bits(int first, int last) {
    int from = Math.max(first, 0);
    int to = Math.min(last, 63);
    return from > to ? 0 : (-1L << from) & (-1L >>> (63 - to));
  }

  Ascii and(Ascii other) {
    return new Ascii(low | other.low, high | other.high);
  }

  /** All that are not in it. */
  Ascii others() {
    return new Ascii(~low, ~high);
  }

  /** With each letter in both cases. */
  Ascii inAnyCase() {
    long letters = (high | (high >>> CASE)) & LETTERS;
    long both = high | letters | (letters << CASE);
    return both == high ? this : new Ascii(low, both);
  }

  /** How many there are. */
  int size() {
    return Long.bitCount(low) + Long.bitCount(high);
  }

  /** Whether some character is in both. */
  boolean meets(Ascii other) {
    return ((low & other.low) | (high & other.high)) != 0;
  }

  /** The first one that is {@code from} or greater; 128 for none. */
  int next(int from) {
    if (from < 64) {
      long rest = low >>> from;
      if (rest != 0) {
        return from + Long.numberOfTrailingZeros(rest);
      }
    }
    int start = Math.max(from, 64);
    long rest = start < 128 ? high >>> start : 0;
    return rest == 0 ? 128 : start + Long.numberOfTrailingZeros(rest);
  }
}
