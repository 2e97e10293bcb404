package io.agenttool.guard.output;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

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

  /** Makes capitals small; what else it makes equal, the comparison tells apart. */
  private static final long FOLD = 0x2020_2020_2020_2020L;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Told of each keyword found. */
  interface Sink {
    /** The keyword of that index begins, as far as its first eight bytes say, at {@code at}. */
    void keyword(int index, int at);
  }

  private final byte[] marked = new byte[1 << 16];
  private final int[][] buckets = new int[1 << 16][];
  private final long[] masks;
  private final long[] values;

  KeywordFilter(List<Keyword> keywords) {
    masks = new long[keywords.size()];
    values = new long[keywords.size()];
    for (int i = 0; i < keywords.size(); i++) {
      Keyword keyword = keywords.get(i);
      masks[i] = keyword.mask();
      values[i] = keyword.value();
      for (int residue = 0; residue < STRIDE; residue++) {
        enter(i, keyword, residue);
      }
    }
  }

  private void enter(int index, Keyword keyword, int residue) {
    List<String> spellings = keyword.spellings();
    int offset = TrigramRarity.rarest(keyword.text(), residue, STRIDE);
    if (offset + 3 > keyword.text().length()) {
      offset = residue; // the triple reaches into the class that ends the keyword
    }
    List<Integer> entered = new ArrayList<>();
    for (String spelling : spellings) {
      long triple = 0;
      for (int i = 2; i >= 0; i--) {
        triple = triple << 8 | spelling.charAt(offset + i);
      }
      int slot = slot(triple | FOLD);
      if (!entered.contains(slot)) {
        entered.add(slot);
        marked[slot] = 1;
        int[] before = buckets[slot] == null ? new int[0] : buckets[slot];
        int[] after = java.util.Arrays.copyOf(before, before.length + 1);
        after[before.length] = index << 8 | offset;
        buckets[slot] = after;
      }
    }
  }

  private static int slot(long folded) {
    return (((int) folded << 8) * FACTOR) >>> 16;
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
    int end = to - 2;
    for (int i = first; i < end; i += 2 * STEP) {
      long low = (long) WORDS.get(block, i) | FOLD;
      long high = (long) WORDS.get(block, i + STEP) | FOLD;
      int any =
          marked[slot(low)]
              | marked[slot(low >>> 16)]
              | marked[slot(low >>> 32)]
              | marked[slot(high)]
              | marked[slot(high >>> 16)]
              | marked[slot(high >>> 32)];
      if (any != 0) {
        for (int j = i; j < Math.min(end, i + 2 * STEP); j += STRIDE) {
          int slot = slot((long) WORDS.get(block, j) | FOLD);
          if (marked[slot] != 0) {
            compare(block, j, slot, sink);
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
