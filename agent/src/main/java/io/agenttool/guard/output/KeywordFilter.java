package io.agenttool.guard.output;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds keywords in text at the speed of memory.
 *
 * <p>At every other byte, three adjacent bytes are hashed and looked up in a table of 64 kB. A
 * keyword of four or more bytes has a triple at such a place wherever it begins; for each of the
 * two ways to begin, the rarest of its triples is in the table. No branch of that depends on the
 * text: a processor that guesses one wrong loses the time of thirty bytes. Where there is such a
 * triple, the byte after it is looked up, and then the keyword's first sixteen are compared.
 */
final class KeywordFilter {
  /** The length of the shortest keyword that the stride cannot step over. */
  static final int SHORTEST = 4;

  /** Bytes that must be readable after the last one that is looked at. */
  static final int PADDING = 40;

  static final int STRIDE = 2;
  private static final int STEP = 3 * STRIDE;

  /** How many bytes are looked at in one go. */
  static final int GROUP = 4 * STEP;

  /** Makes capitals small; what else it makes equal, the comparison tells apart. */
  static final int FOLD = 0x2020_2020;

  private static final long FOLDS = 0x2020_2020_2020_2020L;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Told of each keyword found. */
  interface Sink {
    /** The keyword of that index begins, as far as its first sixteen bytes say, at {@code at}. */
    void keyword(int index, int at);
  }

  /** One for each hash of a triple that is looked for. */
  private final byte[] marked = new byte[1 << 16];

  /** Which bytes follow such a triple, by the last five bits of each. */
  private final int[] following = new int[1 << 16];

  private final int factor;
  private final int[][] buckets = new int[1 << 16][];

  /** Of each keyword: which bits of its first eight bytes count, and what they are; the next. */
  private final long[] words;

  KeywordFilter(List<Keyword> keywords) {
    words = new long[4 * keywords.size()];
    List<List<String>> spellings = new ArrayList<>();
    for (int i = 0; i < keywords.size(); i++) {
      Keyword keyword = keywords.get(i);
      words[4 * i] = keyword.mask(0);
      words[4 * i + 1] = keyword.value(0);
      words[4 * i + 2] = keyword.mask(8);
      words[4 * i + 3] = keyword.value(8);
      spellings.add(keyword.spellings());
    }
    TripleChoice choice = new TripleChoice(spellings, STRIDE, TripleChoice.FACTOR);
    factor = TripleChoice.FACTOR;
    for (int i = 0; i < keywords.size(); i++) {
      for (int residue = 0; residue < STRIDE; residue++) {
        enter(i, choice.offset(i, residue), spellings.get(i));
      }
    }
  }

  private void enter(int index, int offset, List<String> spellings) {
    int entry = (index << 8) | offset;
    for (String spelling : spellings) {
      int slot = TripleChoice.slot(TripleChoice.triple(spelling, offset), factor);
      marked[slot] = 1;
      following[slot] |= offset + 3 < spelling.length() ? 1 << spelling.charAt(offset + 3) : -1;
      int[] before = buckets[slot] == null ? new int[0] : buckets[slot];
      if (before.length == 0 || before[before.length - 1] != entry) {
        buckets[slot] = Arrays.copyOf(before, before.length + 1);
        buckets[slot][before.length] = entry;
      }
    }
  }

  /**
   * Tells the sink of the keywords in {@code block[0, to)}, not always in order.
   *
   * @param block text, a byte a character, readable up to {@code to +} {@value #PADDING}
   * @param first the first place at which a triple is looked up; even in the whole text; keywords
   *     may begin before it
   * @param found room for two numbers for each {@value #GROUP} bytes of text, and two more
   */
  void scan(byte[] block, int first, int to, int[] found, Sink sink) {
    int groups = collect(block, first, to - 2, found);
    int[] following = this.following;
    int factor = this.factor;
    int kept = 0;
    // what is kept overwrites what was read
    for (int i = 0; i < groups; i += 2) {
      int place = found[i];
      int rest = found[i + 1];
      do {
        int at = place + 2 * Integer.numberOfTrailingZeros(rest);
        int word = (int) (long) WORDS.get(block, at) | FOLD;
        rest &= rest - 1;
        found[kept] = at;
        kept += (following[TripleChoice.slot(word, factor)] >>> (word >>> 24)) & 1;
      } while (rest != 0 && kept < i + 2);
      for (; rest != 0; rest &= rest - 1) {
        compare(block, place + 2 * Integer.numberOfTrailingZeros(rest), to, sink);
      }
    }
    for (int i = 0; i < kept; i++) {
      compare(block, found[i], to, sink);
    }
  }

  /**
   * Finds the groups of bytes with a triple that is in the table: their places, and which triples.
   */
  private int collect(byte[] block, int first, int end, int[] found) {
    byte[] marked = this.marked;
    int factor = this.factor;
    int kept = 0;
    for (int i = first; i < end; i += GROUP) {
      long a = (long) WORDS.get(block, i) | FOLDS;
      long b = (long) WORDS.get(block, i + STEP) | FOLDS;
      long c = (long) WORDS.get(block, i + 2 * STEP) | FOLDS;
      long d = (long) WORDS.get(block, i + 3 * STEP) | FOLDS;
      int any =
          isMarked(marked, (int) a * factor)
              | (isMarked(marked, (int) (a >>> 16) * factor) << 1)
              | (isMarked(marked, (int) (a >>> 32) * factor) << 2)
              | (isMarked(marked, (int) b * factor) << 3)
              | (isMarked(marked, (int) (b >>> 16) * factor) << 4)
              | (isMarked(marked, (int) (b >>> 32) * factor) << 5)
              | (isMarked(marked, (int) c * factor) << 6)
              | (isMarked(marked, (int) (c >>> 16) * factor) << 7)
              | (isMarked(marked, (int) (c >>> 32) * factor) << 8)
              | (isMarked(marked, (int) d * factor) << 9)
              | (isMarked(marked, (int) (d >>> 16) * factor) << 10)
              | (isMarked(marked, (int) (d >>> 32) * factor) << 11);
      found[kept] = i;
      found[kept + 1] = any;
      kept += ((any + 0xFFF) >>> 12) << 1;
    }
    return kept;
  }

  /** One where the triple with that product is in the table. */
  private static int isMarked(byte[] marked, int product) {
    return marked[product >>> 16];
  }

  private void compare(byte[] block, int at, int to, Sink sink) {
    int word = (int) (long) WORDS.get(block, at) | FOLD;
    int[] entries = buckets[TripleChoice.slot(word, factor)];
    if (entries == null) {
      return;
    }
    for (int i = 0; at < to - 2 && i < entries.length; i++) {
      int index = entries[i] >>> 8;
      int begin = at - (entries[i] & 0xFF);
      if (begin >= 0
          && ((long) WORDS.get(block, begin) & words[4 * index]) == words[4 * index + 1]
          && ((long) WORDS.get(block, begin + 8) & words[4 * index + 2]) == words[4 * index + 3]) {
        sink.keyword(index, begin);
      }
    }
  }
}
