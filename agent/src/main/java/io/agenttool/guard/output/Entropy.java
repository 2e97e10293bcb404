package io.agenttool.guard.output;

/** Whether text looks made by a machine. */
final class Entropy {
  private static final int MOST = 256;

  private Entropy() {}

  /** Shannon's entropy in bits a character, of {@value #MOST} characters at most. */
  static double bits(String text, int from, int to) {
    int end = Math.min(to, from + MOST);
    int[] counts = new int[128];
    for (int i = from; i < end; i++) {
      counts[text.charAt(i) & 127]++;
    }
    double length = end - from;
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        bits -= count / length * Math.log(count / length) / Math.log(2);
      }
    }
    return bits;
  }

  /**
   * Whether there is a digit, or letters change case as often as in random text: words of camel
   * case change it twice in six letters.
   */
  static boolean looksMade(String text, int from, int to) {
    int changes = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        return true;
      }
      if (i > from && Candidate.isLetter(c) && ((c ^ text.charAt(i - 1)) & 0x20) != 0) {
        changes++;
      }
    }
    return changes * 5 >= (to - from) * 2;
  }
}
