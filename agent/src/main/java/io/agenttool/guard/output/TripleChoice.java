package io.agenttool.guard.output;

import java.util.Arrays;
import java.util.List;

/**
 * By which of their triples a pack's keywords are looked for, and how triples are hashed: such that
 * ordinary text has few that share a place in the table with one of these.
 */
final class TripleChoice {
  /** What the third character is multiplied by; 95 times the greatest is below 65536. */
  static final int LEAST_FACTOR = 128;

  static final int GREATEST_FACTOR = 689;

  /** A good one for the keywords of {@code secrets.yaml}: to try all takes a start long. */
  static final int FACTOR = 675;

  /** In how many ways a triple may be spelled: the table is for few of all triples. */
  private static final int MOST_SPELLINGS = 1024;

  private static final int MOST_KEYWORDS = 100;

  /** Which part of the texts with a triple has other neighbours of it that a keyword adds. */
  private static final int NEIGHBOURS = 4;

  /** Makes capitals small; what else it makes equal, the comparison tells apart. */
  private static final int FOLD = 0x2020;

  private final int factor;
  private final int[] offsets;
  private final char[] frequencies = new char[1 << 16];

  /** How many keywords a triple stands for: where it is in text, all of them are compared. */
  private final byte[] keywords = new byte[1 << 16];

  private long cost;

  TripleChoice(List<Keyword> keywords, int factor) {
    this.factor = factor;
    offsets = new int[keywords.size() * KeywordFilter.STRIDE];
    for (int rank = 0; rank < Trigrams.count(); rank++) {
      String frequent = Trigrams.ranked(rank);
      int slot = slot(frequent.charAt(0), frequent.charAt(1), frequent.charAt(2), factor);
      // Zipf's law, as Mandelbrot has it
      frequencies[slot] += (char) (90_000 / (rank + 170));
    }
    // those that have a choice can take a triple that is in the table for one that has none
    for (boolean choice : new boolean[] {false, true}) {
      for (int i = 0; i < offsets.length; i++) {
        Keyword keyword = keywords.get(i / KeywordFilter.STRIDE);
        int residue = i % KeywordFilter.STRIDE;
        if (choice == (residue + KeywordFilter.STRIDE + 3 <= keyword.length())) {
          offsets[i] = rarest(keyword, residue);
        }
      }
    }
  }

  /** How often text has a triple in the place of one that is looked for, in some unit. */
  long cost() {
    return cost;
  }

  /** Where in a keyword the triple begins that stands for it at {@code residue} of the stride. */
  int offset(int keyword, int residue) {
    return offsets[keyword * KeywordFilter.STRIDE + residue];
  }

  /** A triple's place in the table, in whatever case it is. */
  static int slot(int first, int second, int third, int factor) {
    return (first | (second << 8) | FOLD) ^ ((third & 0x5F) * factor);
  }

  /** Whether there are triples of it, for either way to begin, that not too many texts have. */
  static boolean canStandFor(Keyword keyword) {
    for (int residue = 0; residue < KeywordFilter.STRIDE; residue++) {
      boolean found = false;
      int last = Math.min(keyword.length() - 3, KeywordFilter.FURTHEST);
      for (int offset = residue; offset <= last; offset += KeywordFilter.STRIDE) {
        found |= spellings(keyword, offset) <= MOST_SPELLINGS;
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static int spellings(Keyword keyword, int offset) {
    int all = 1;
    for (int i = offset; i < offset + 3; i++) {
      all *= keyword.at(i).size();
    }
    return all;
  }

  /** The places in the table of all triples that a keyword may have at an offset. */
  static int[] slots(Keyword keyword, int offset, int factor) {
    Ascii first = keyword.at(offset);
    Ascii second = keyword.at(offset + 1);
    Ascii third = keyword.at(offset + 2);
    int[] slots = new int[spellings(keyword, offset)];
    int count = 0;
    for (int a = nextSmall(first, -1); a < 128; a = nextSmall(first, a)) {
      for (int b = nextSmall(second, -1); b < 128; b = nextSmall(second, b)) {
        for (int c = nextSmall(third, -1); c < 128; c = nextSmall(third, c)) {
          slots[count++] = slot(a, b, c, factor);
        }
      }
    }
    return count == slots.length ? slots : Arrays.copyOf(slots, count);
  }

  /** The next after {@code last}, but no capital whose small letter is there too. */
  private static int nextSmall(Ascii set, int last) {
    int next = set.next(last + 1);
    while (next < 128 && (next & 0x60) == 0x40 && set.has((char) (next | 0x20))) {
      next = set.next(next + 1);
    }
    return next;
  }

  private int rarest(Keyword keyword, int residue) {
    int[] best = {};
    int bestOffset = residue;
    int least = Integer.MAX_VALUE;
    int last = Math.min(keyword.length() - 3, KeywordFilter.FURTHEST);
    for (int offset = residue; offset <= last; offset += KeywordFilter.STRIDE) {
      if (spellings(keyword, offset) <= MOST_SPELLINGS) {
        int[] slots = slots(keyword, offset, factor);
        int rare = 1 + letters(keyword, offset);
        int sum = 0;
        for (int slot : slots) {
          sum += keywords[slot] > 0 ? shared(slot) : rare + frequencies[slot];
        }
        if (sum < least) {
          least = sum;
          best = slots;
          bestOffset = offset;
        }
      }
    }
    cost += least;
    for (int slot : best) {
      keywords[slot] += (byte) (keywords[slot] < MOST_KEYWORDS ? 1 : 0);
    }
    return bestOffset;
  }

  /** What it costs that a triple which is in the table stands for one more keyword. */
  private int shared(int slot) {
    return 2 * keywords[slot] + frequencies[slot] / NEIGHBOURS;
  }

  private static int letters(Keyword keyword, int offset) {
    int letters = 0;
    for (int i = offset; i < offset + 3; i++) {
      letters += Candidate.isAlphanumeric((char) keyword.at(i).next(0)) ? 1 : 0;
    }
    return letters;
  }
}
