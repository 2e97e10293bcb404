package io.agenttool.guard.output;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Finds keywords in text at the speed of memory.
 *
 * <p>At every other byte, three adjacent bytes are hashed and looked up in a table of 64 kB: the
 * four hashes of eight bytes are made in one go. A keyword of four or more bytes has a triple at
 * such a place wherever it begins; for each of the two ways to begin, the rarest of its triples is
 * in the table. No branch of that depends on the text: a processor that guesses one wrong loses the
 * time of thirty bytes. Where there is such a triple, the bytes before and after it are looked up,
 * and then the keyword's first sixteen are compared.
 */
final class KeywordFilter {
  /** The length of the shortest keyword that the stride cannot step over. */
  static final int SHORTEST = 4;

  /** How far from a keyword's beginning the triple may be that it is found by. */
  static final int FURTHEST = 48;

  /** How many bytes from a keyword's beginning on are compared. */
  static final int COMPARED = 16;

  /** Bytes that must be readable after the last one that is looked at. */
  static final int PADDING = 64;

  /** Every how many bytes a triple is looked up. */
  static final int STRIDE = 2;

  /** How many bytes are looked at in one go. */
  private static final int GROUP = 8;

  private static final int IN_GROUP = GROUP / STRIDE;

  /** Makes capitals small; what else it makes equal, the comparison tells apart. */
  private static final long FOLDS = 0x2020_2020_2020_2020L;

  /** Of the last byte of each triple, what {@link TripleChoice#slot} takes. */
  private static final long THIRDS = 0x005F_005F_005F_005FL;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Told of each keyword found. */
  interface Sink {
    /** The keyword of that index begins, as far as its first sixteen bytes say, at {@code at}. */
    void keyword(int index, int at);
  }

  private final int factor;

  /** One for each hash of a triple that is looked for. */
  private final byte[] marked = new byte[1 << 16];

  /** Where in the next two there is more of each such hash. */
  private final char[] entry = new char[1 << 16];

  /** Which bytes come before the triple, by the last five bits of each; and which after it. */
  private long[] around = new long[1 << 11];

  /** The keywords that have the triple, and where. */
  private int[][] holders = new int[1 << 11][];

  private int entries;

  /** Of each keyword: which bits of its first eight bytes count, and what they are; the next. */
  private final long[] words;

  KeywordFilter(List<Keyword> keywords) {
    words = new long[4 * keywords.size()];
    TripleChoice choice = new TripleChoice(keywords, TripleChoice.FACTOR);
    factor = TripleChoice.FACTOR;
    for (int i = 0; i < keywords.size(); i++) {
      Keyword keyword = keywords.get(i);
      words[4 * i] = keyword.mask(0);
      words[4 * i + 1] = keyword.value(0);
      words[4 * i + 2] = keyword.mask(GROUP);
      words[4 * i + 3] = keyword.value(GROUP);
      for (int residue = 0; residue < STRIDE; residue++) {
        enter(i, keyword, choice.offset(i, residue));
      }
    }
  }

  private void enter(int index, Keyword keyword, int offset) {
    int holder = (index << 8) | offset;
    long neighbours = (lastBits(keyword, offset - 1) << 32) | lastBits(keyword, offset + 3);
    for (int slot : TripleChoice.slots(keyword, offset, factor)) {
      if (marked[slot] == 0) {
        marked[slot] = 1;
        if (entries == around.length) {
          around = Arrays.copyOf(around, 2 * entries);
          holders = Arrays.copyOf(holders, 2 * entries);
        }
        holders[entries] = new int[0];
        entry[slot] = (char) entries++;
      }
      int at = entry[slot];
      around[at] |= neighbours;
      int[] before = holders[at];
      if (before.length == 0 || before[before.length - 1] != holder) {
        holders[at] = Arrays.copyOf(before, before.length + 1);
        holders[at][before.length] = holder;
      }
    }
  }

  /** A bit for each way in which the byte at a place of a keyword may end; all outside of it. */
  private static long lastBits(Keyword keyword, int place) {
    if (place < 0 || place >= keyword.length()) {
      return 0xFFFF_FFFFL;
    }
    Ascii set = keyword.at(place);
    long bits = set.low() | set.high();
    return (bits | (bits >>> 32)) & 0xFFFF_FFFFL;
  }

  /** How many numbers {@link #scan} needs room for. */
  static int room(int length) {
    return (IN_GROUP + 1) * (length / GROUP + 5);
  }

  /**
   * Tells the sink of the keywords with a triple in {@code block[0, to)}, not always in order.
   *
   * @param block text, a byte a character; a keyword that begins in it may go on after {@code to},
   *     and what follows the text is readable up to {@code to +} {@value #PADDING}
   * @param first the first place at which a triple is looked up; even in the whole text; keywords
   *     may begin before it
   * @param found {@link #room} for all of the block
   */
  void scan(byte[] block, int first, int to, int[] found, Sink sink) {
    int groups = collect(block, first, to - 2, found);
    int end = suspects(block, groups, found);
    for (int i = groups; i < end; i++) {
      compare(block, found[i], to, sink);
    }
  }

  /** Where there are groups of bytes with a triple that is in the table. */
  private int collect(byte[] block, int first, int end, int[] found) {
    byte[] marked = this.marked;
    long factor = this.factor;
    int kept = 0;
    for (int i = first; i < end; i += 4 * GROUP) {
      int one = any(marked, slots(block, i, factor));
      int two = any(marked, slots(block, i + GROUP, factor));
      int three = any(marked, slots(block, i + 2 * GROUP, factor));
      int four = any(marked, slots(block, i + 3 * GROUP, factor));
      found[kept] = i;
      kept += one;
      found[kept] = i + GROUP;
      kept += two;
      found[kept] = i + 2 * GROUP;
      kept += three;
      found[kept] = i + 3 * GROUP;
      kept += four;
    }
    return kept;
  }

  private static int any(byte[] marked, long slots) {
    return marked[(int) slots & 0xFFFF]
        | marked[(int) (slots >>> 16) & 0xFFFF]
        | marked[(int) (slots >>> 32) & 0xFFFF]
        | marked[(int) (slots >>> 48)];
  }

  /**
   * Where in these groups such triples begin that have the right neighbours: from {@code groups}
   * on; the end of that.
   */
  private int suspects(byte[] block, int groups, int[] found) {
    byte[] marked = this.marked;
    char[] entry = this.entry;
    long[] around = this.around;
    long factor = this.factor;
    int kept = groups;
    for (int i = 0; i < groups; i++) {
      int at = found[i];
      long slots = slots(block, at, factor);
      int rest =
          marked[(int) slots & 0xFFFF]
              | (marked[(int) (slots >>> 16) & 0xFFFF] << 1)
              | (marked[(int) (slots >>> 32) & 0xFFFF] << 2)
              | (marked[(int) (slots >>> 48)] << 3);
      do { // most have one
        int lane = Integer.numberOfTrailingZeros(rest);
        int place = at + STRIDE * lane;
        long neighbours = around[entry[(int) (slots >>> (16 * lane)) & 0xFFFF]];
        // what begins at the block's first byte has no byte before it, and needs none
        int before = block[Math.max(0, place - 1)] & 31;
        int after = block[place + 3] & 31;
        found[kept] = place;
        kept += (int) ((neighbours >>> 32 >>> before) & (neighbours >>> after) & 1);
        rest &= rest - 1;
      } while (rest != 0);
    }
    return kept;
  }

  /** The places in the table of the four triples that begin at {@code at}, sixteen bits each. */
  private static long slots(byte[] block, int at, long factor) {
    long pairs = (long) WORDS.get(block, at) | FOLDS;
    long thirds = (long) WORDS.get(block, at + 2) & THIRDS;
    return pairs ^ (thirds * factor);
  }

  private void compare(byte[] block, int at, int to, Sink sink) {
    int[] candidates = holders[entry[(int) slots(block, at, factor) & 0xFFFF]];
    for (int i = 0; at < to - 2 && i < candidates.length; i++) {
      int index = candidates[i] >>> 8;
      int begin = at - (candidates[i] & 0xFF);
      if (begin >= 0
          && ((long) WORDS.get(block, begin) & words[4 * index]) == words[4 * index + 1]
          && ((long) WORDS.get(block, begin + 8) & words[4 * index + 2]) == words[4 * index + 3]) {
        sink.keyword(index, begin);
      }
    }
  }
}
