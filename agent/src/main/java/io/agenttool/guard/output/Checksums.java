package io.agenttool.guard.output;

/** The check digits of numbers that people have. */
final class Checksums {
  private Checksums() {}

  /** ISO/IEC 7812-1 annex B, over the digits; other characters do not count. */
  static boolean luhn(String text, int from, int to) {
    int sum = 0;
    int digits = 0;
    for (int i = to - 1; i >= from; i--) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        int weighted = digits % 2 == 1 ? 2 * digit : digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
        digits++;
      }
    }
    return sum > 0 && sum % 10 == 0;
  }

  /**
   * ISO 13616 (ISO/IEC 7064 MOD 97-10), over letters and digits, the first four moved to the end.
   */
  static boolean mod97(String text, int from, int to) {
    StringBuilder compact = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (Candidate.isAlphanumeric(text.charAt(i))) {
        compact.append(text.charAt(i));
      }
    }
    if (compact.length() < 15 || compact.length() > 34) {
      return false;
    }
    String moved = compact.substring(4) + compact.substring(0, 4);
    int rest = 0;
    for (int i = 0; i < moved.length(); i++) {
      int value = Character.digit(moved.charAt(i), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }
}
