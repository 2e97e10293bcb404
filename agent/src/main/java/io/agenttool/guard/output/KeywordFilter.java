package io.agenttool.guard.output;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds keywords in text at the speed of memory.
 *
 * <p>At every other byte, three adjacent bytes are hashed and looked up in a table of 64 kB. A
 * keyword of four or more bytes has a triple at such a place wherever it begins; for each of the
 * two ways to begin, the rarest of its triples is in the table. A triple that is in the table is
 * followed by a comparison of the keyword's first eight bytes at once.
 */
final class KeywordFilter {
  /** The length of the shortest keyword that the stride cannot step over. */
  static final int SHORTEST = 4;

  /** Bytes that must be readable after the last one that is looked at. */
  static final int PADDING = 24;

  private static final int STRIDE = 2;
  private static final int STEP = 3 * STRIDE;
  private static final int FACTOR = 0x9E3779B1;
  private static final int FACTORS = 16;

  /** Makes capitals small; what else it makes equal, the comparison tells apart. */
  private static final long FOLD = 0x2020_2020_2020_2020L;

  private static final int[] FREQUENT =
      Trigrams.frequent().stream().mapToInt(frequent -> triple(frequent, 0)).toArray();

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Told of each keyword found. */
  interface Sink {
    /** The keyword of that index begins, as far as its first eight bytes say, at {@code at}. */
    void keyword(int index, int at);
  }

  private final int factor;
  private final byte[] marked = new byte[1 << 16];

  /**
   * More bits of the triple's hash: most triples that are in the table by chance differ in them.
   */
  private final byte[] tags = new byte[1 << 16];

  /** Where triples with different tags share a place. */
  private final boolean[] shared = new boolean[1 << 16];

  private final int[][] buckets = new int[1 << 16][];
  private final long[] masks;
  private final long[] values;

  KeywordFilter(List<Keyword> keywords) {
    masks = new long[keywords.size()];
    values = new long[keywords.size()];
    for (int i = 0; i < keywords.size(); i++) {
      masks[i] = keywords.get(i).mask();
      values[i] = keywords.get(i).value();
    }
    factor = bestFactor(keywords);
    for (int i = 0; i < keywords.size(); i++) {
      for (int residue = 0; residue < STRIDE; residue++) {
        enter(i, keywords.get(i), residue);
      }
    }
  }

  /** Of some odd factors the one under which the fewest frequent triples meet a keyword's. */
  private static int bestFactor(List<Keyword> keywords) {
    int[] triples = triples(keywords);
    int best = FACTOR;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < FACTORS; i++) {
      int factor = FACTOR + 0x61C8_8646 * i;
      byte[] taken = new byte[1 << 16];
      for (int triple : triples) {
        taken[slot(triple, factor)] = 1;
      }
      int met = 0;
      for (int frequent : FREQUENT) {
        met += taken[slot(frequent, factor)];
      }
      if (met < fewest) {
        fewest = met;
        best = factor;
      }
    }
    return best;
  }

  private static int[] triples(List<Keyword> keywords) {
    Set<Integer> distinct = new HashSet<>();
    for (Keyword keyword : keywords) {
      List<String> spellings = keyword.spellings();
      for (int residue = 0; residue < STRIDE; residue++) {
        int offset = offset(keyword, residue);
        for (String spelling : spellings) {
          distinct.add(triple(spelling, offset));
        }
      }
    }
    int[] triples = new int[distinct.size()];
    int next = 0;
    for (int triple : distinct) {
      triples[next++] = triple;
    }
    return triples;
  }

  private static int offset(Keyword keyword, int residue) {
    int offset = Trigrams.rarest(keyword.text(), residue, STRIDE);
    // else the triple reaches into the class that ends the keyword
    return offset + 3 <= keyword.text().length() ? offset : residue;
  }

  private static int triple(String text, int at) {
    return text.charAt(at) | (text.charAt(at + 1) << 8) | (text.charAt(at + 2) << 16) | (int) FOLD;
  }

  private void enter(int index, Keyword keyword, int residue) {
    int offset = offset(keyword, residue);
    List<Integer> entered = new ArrayList<>();
    for (String spelling : keyword.spellings()) {
      int slot = slot(triple(spelling, offset), factor);
      if (!entered.contains(slot)) {
        entered.add(slot);
        byte tag = (byte) (((triple(spelling, offset) << 8) * factor) >>> 8);
        shared[slot] |= marked[slot] != 0 && tags[slot] != tag;
        marked[slot] = 1;
        tags[slot] = tag;
        int[] before = buckets[slot] == null ? new int[0] : buckets[slot];
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = (index << 8) | offset;
        buckets[slot] = after;
      }
    }
  }

  private static int slot(long folded, int factor) {
    return (((int) folded << 8) * factor) >>> 16;
  }

  /**
   * Tells the sink of the keywords in {@code block[0, to)}, not always in order.
   *
   * @param block text, a byte a character, readable up to {@code to +} {@value #PADDING}
   * @param first the first place at which a triple is looked up; even in the whole text; keywords
   *     may begin before it
   */
  void scan(byte[] block, int first, int to, Sink sink) {
    byte[] marked = this.marked;
    int factor = this.factor;
    int end = to - 2;
    for (int i = first; i < end; i += 2 * STEP) {
      long low = (long) WORDS.get(block, i) | FOLD;
      long high = (long) WORDS.get(block, i + STEP) | FOLD;
      int any =
          marked[slot(low, factor)]
              | (marked[slot(low >>> 16, factor)] << 2)
              | (marked[slot(low >>> 32, factor)] << 4)
              | (marked[slot(high, factor)] << 6)
              | (marked[slot(high >>> 16, factor)] << 8)
              | (marked[slot(high >>> 32, factor)] << 10);
      for (; any != 0; any &= any - 1) {
        int at = i + Integer.numberOfTrailingZeros(any);
        if (at < end) {
          int product = (((int) (long) WORDS.get(block, at) | (int) FOLD) << 8) * factor;
          byte tag = (byte) (product >>> 8);
          if (tags[product >>> 16] == tag || shared[product >>> 16]) {
            compare(block, at, product >>> 16, sink);
          }
        }
      }
    }
  }

  private void compare(byte[] block, int at, int slot, Sink sink) {
    for (int entry : buckets[slot]) {
      int index = entry >>> 8;
      int begin = at - (entry & 0xFF);
      if (begin >= 0 && ((long) WORDS.get(block, begin) & masks[index]) == values[index]) {
        sink.keyword(index, begin);
      }
    }
  }
}
