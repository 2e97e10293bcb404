package io.agenttool.guard.output;

import java.util.Arrays;

/** What a text may end with that is the beginning of a keyword. */
final class Beginnings {
  private final Keyword[] keywords;

  /** By the last character of the beginning: the keyword's index, and how much of it that is. */
  private final long[][] endingIn = new long[128][];

  Beginnings(Keyword[] keywords) {
    this.keywords = keywords;
    int[] counts = new int[128];
    for (int index = 0; index < keywords.length; index++) {
      for (int length = 1; length <= keywords[index].length(); length++) {
        Ascii last = keywords[index].at(length - 1);
        for (int c = last.next(0); c < 128; c = last.next(c + 1)) {
          long[] before = endingIn[c] == null ? new long[8] : endingIn[c];
          int count = counts[c]++;
          endingIn[c] = count == before.length ? Arrays.copyOf(before, 2 * count) : before;
          endingIn[c][count] = ((long) index << 32) | length;
        }
      }
    }
    for (int c = 0; c < 128; c++) {
      endingIn[c] = endingIn[c] == null ? new long[0] : Arrays.copyOf(endingIn[c], counts[c]);
    }
  }

  /** Where the longest one starts that {@code text} ends with; its length where there is none. */
  int start(String text) {
    int end = text.length();
    int longest = 0;
    char last = end == 0 ? ' ' : text.charAt(end - 1);
    for (long each : last < 128 ? endingIn[last] : new long[0]) {
      int length = (int) each;
      if (length > longest
          && length <= end
          && begins(keywords[(int) (each >>> 32)], text, end - length)) {
        longest = length;
      }
    }
    return end - longest;
  }

  private static boolean begins(Keyword keyword, String text, int from) {
    for (int i = text.length() - 1; i >= from; i--) {
      if (!keyword.at(i - from).has(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
