package io.agenttool.guard.output;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds keywords in text at the speed of memory.
 *
 * <p>Every third pair of adjacent bytes is looked up in a table. A keyword of four or more bytes
 * has a pair at such a place wherever it begins; for each of the three ways to begin, the rarest of
 * its pairs is put into the table. A pair that is in the table is followed by a comparison of the
 * keyword's first eight bytes at once.
 */
final class KeywordFilter {
  /** The length of the shortest keyword that the stride cannot step over. */
  static final int SHORTEST = 4;

  /** Bytes that must be readable after the last one that is looked at. */
  static final int PADDING = 8;

  private static final int STRIDE = 3;
  private static final VarHandle PAIRS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A text to find. */
  record Keyword(String text, boolean ignoreCase) {}

  /** Told of each keyword found. */
  interface Sink {
    /** The keyword of that index begins, as far as its first eight bytes say, at {@code at}. */
    void keyword(int index, int at);
  }

  private final byte[] marked = new byte[1 << 16];
  private final short[] bucketOf = new short[1 << 16];
  private final int[][] buckets;
  private final long[] masks;
  private final long[] values;
  private final int longest;

  KeywordFilter(List<Keyword> keywords) {
    masks = new long[keywords.size()];
    values = new long[keywords.size()];
    List<List<Integer>> lists = new ArrayList<>();
    int max = 0;
    for (int i = 0; i < keywords.size(); i++) {
      Keyword keyword = keywords.get(i);
      max = Math.max(max, keyword.text().length());
      pack(i, keyword);
      for (int residue = 0; residue < STRIDE; residue++) {
        enter(lists, i, keyword, BigramRarity.rarest(keyword.text(), residue, STRIDE));
      }
    }
    longest = max;
    buckets =
        lists.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** The length of the longest keyword. */
  int longest() {
    return longest;
  }

  private void pack(int index, Keyword keyword) {
    String text = keyword.text();
    for (int i = 0; i < Math.min(8, text.length()); i++) {
      long mask = keyword.ignoreCase() && isLetter(text.charAt(i)) ? 0xDF : 0xFF;
      masks[index] |= mask << (8 * i);
      values[index] |= (text.charAt(i) & mask) << (8 * i);
    }
  }

  private void enter(List<List<Integer>> lists, int index, Keyword keyword, int offset) {
    char[] first = variants(keyword, offset);
    char[] second = variants(keyword, offset + 1);
    for (char a : first) {
      for (char b : second) {
        int pair = a | (b << 8);
        if (marked[pair] == 0) {
          marked[pair] = 1;
          bucketOf[pair] = (short) lists.size();
          lists.add(new ArrayList<>());
        }
        lists.get(bucketOf[pair]).add(index << 8 | offset);
      }
    }
  }

  private static char[] variants(Keyword keyword, int at) {
    char c = keyword.text().charAt(at);
    return keyword.ignoreCase() && isLetter(c)
        ? new char[] {(char) (c | 0x20), (char) (c & ~0x20)}
        : new char[] {c};
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  /**
   * Tells the sink of the keywords in {@code block[from, to)}, not always in order; none twice.
   *
   * @param block text, a byte a character, readable up to {@code to +} {@value #PADDING}
   * @param phase {@code from}'s place in the whole text: the same text is looked at at the same
   *     places however it is cut into blocks
   * @param first the first place at which a pair is looked up; the keyword may begin before it
   */
  void scan(byte[] block, int from, int first, int to, int phase, Sink sink) {
    byte[] marked = this.marked;
    int i = first + (STRIDE - (phase + first - from) % STRIDE) % STRIDE;
    for (int end = to - 5 * STRIDE; i < end; i += 4 * STRIDE) {
      int any =
          marked[(short) PAIRS.get(block, i) & 0xFFFF]
              | marked[(short) PAIRS.get(block, i + STRIDE) & 0xFFFF]
              | marked[(short) PAIRS.get(block, i + 2 * STRIDE) & 0xFFFF]
              | marked[(short) PAIRS.get(block, i + 3 * STRIDE) & 0xFFFF];
      if (any != 0) {
        for (int j = i; j < i + 4 * STRIDE; j += STRIDE) {
          int pair = (short) PAIRS.get(block, j) & 0xFFFF;
          if (marked[pair] != 0) {
            compare(block, from, j, to, pair, sink);
          }
        }
      }
    }
    for (; i + 1 < to; i += STRIDE) {
      int pair = (short) PAIRS.get(block, i) & 0xFFFF;
      if (marked[pair] != 0) {
        compare(block, from, i, to, pair, sink);
      }
    }
  }

  private void compare(byte[] block, int from, int at, int to, int pair, Sink sink) {
    for (int entry : buckets[bucketOf[pair]]) {
      int index = entry >>> 8;
      int begin = at - (entry & 0xFF);
      if (begin >= from
          && begin < to
          && ((long) WORDS.get(block, begin) & masks[index]) == values[index]) {
        sink.keyword(index, begin);
      }
    }
  }
}
