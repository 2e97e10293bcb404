package io.agenttool.guard.output;

import java.util.List;

/**
 * By which of their triples a pack's keywords are looked for, and how triples are hashed: such that
 * ordinary text has few that share a place in the table with one of these.
 */
final class TripleChoice {
  /** Multipliers, with eight zeros at the end: the byte after a triple does not count. */
  static final int FIRST_FACTOR = 0x9E37_7900;

  static final int NEXT_FACTOR = 0xC886_4600;
  static final int FACTORS = 8;

  /** The best of those for the keywords of {@code secrets.yaml}: to try all takes a start long. */
  static final int FACTOR = 0x66BD_BF00;

  private static final int MOST_KEYWORDS = 100;

  private final int stride;
  private final int factor;
  private final int[] offsets;
  private final char[] frequencies = new char[1 << 16];

  /** How many keywords a triple stands for: where it is in text, all of them are compared. */
  private final byte[] keywords = new byte[1 << 16];

  private long cost;

  /** The choice for keywords that are spelled in these ways. */
  TripleChoice(List<List<String>> spellings, int stride, int factor) {
    this.stride = stride;
    this.factor = factor;
    offsets = new int[spellings.size() * stride];
    for (int rank = 0; rank < Trigrams.count(); rank++) {
      // Zipf's law
      frequencies[slot(triple(Trigrams.ranked(rank), 0), factor)] += (char) (40_000 / (rank + 20));
    }
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = rarest(spellings.get(i / stride), i % stride);
    }
  }

  /** How often text has a triple in the place of one that is looked for, in some unit. */
  long cost() {
    return cost;
  }

  /** Where in a keyword the triple begins that stands for it at {@code residue} of the stride. */
  int offset(int keyword, int residue) {
    return offsets[keyword * stride + residue];
  }

  /** Three characters in small letters. */
  static int triple(String text, int at) {
    return (text.charAt(at) | (text.charAt(at + 1) << 8) | (text.charAt(at + 2) << 16))
        | KeywordFilter.FOLD;
  }

  /** A triple's place in the table, whatever the fourth byte. */
  static int slot(int triple, int factor) {
    return (triple * factor) >>> 16;
  }

  private int rarest(List<String> keyword, int residue) {
    int best = residue;
    int least = Integer.MAX_VALUE;
    for (int offset = residue; offset + 3 <= keyword.get(0).length(); offset += stride) {
      int sum = 0;
      int last = 0;
      for (String spelling : keyword) {
        int triple = triple(spelling, offset);
        sum += triple == last ? 0 : frequency(triple);
        last = triple;
      }
      if (sum < least) {
        least = sum;
        best = offset;
      }
    }
    cost += least;
    for (String spelling : keyword) {
      int slot = slot(triple(spelling, best), factor);
      keywords[slot] += (byte) (keywords[slot] < MOST_KEYWORDS ? 1 : 0);
    }
    return best;
  }

  /** How often text has a triple in the place of this one, in some unit. */
  private int frequency(int triple) {
    int letters = 0;
    for (int i = 0; i < 24; i += 8) {
      letters += Candidate.isAlphanumeric((char) ((triple >>> i) & 0xFF)) ? 1 : 0;
    }
    int slot = slot(triple, factor);
    return 1 + letters + 2 * keywords[slot] + frequencies[slot];
  }
}
