package io.agenttool.guard.screen;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds a few dozen words in bytes of ASCII. At every other byte three are looked up at once, which
 * finds each word of four letters or more wherever it begins; what is found is written down without
 * a branch, and compared afterwards.
 */
final class WordFilter {
  /** Bytes that must be readable after the last one that is looked at. */
  static final int PADDING = 16;

  /** The shortest word that no step passes over. */
  static final int SHORTEST = 4;

  private static final int BITS = 13;
  private static final int FACTOR = 0x9E3779B1;
  private static final int FOLD = 0x202020;

  /** The letters of English, the most frequent first; what is none of them is rarer than all. */
  private static final String FREQUENT = "etaoinsrhldcumfpgwybvkxjqz";

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[][] words;

  /** One where a word has the three letters with that hash. */
  private final byte[] marked = new byte[1 << BITS];

  /** Which words these are, and how far into each: {@code word << 8 | offset}. */
  private final int[][] owners = new int[1 << BITS][];

  /**
   * @param words in lower case, of {@value #SHORTEST} letters at least
   */
  WordFilter(List<String> words) {
    this.words = new byte[words.size()][];
    for (int i = 0; i < this.words.length; i++) {
      String word = words.get(i);
      this.words[i] = word.getBytes(StandardCharsets.US_ASCII);
      enter(i, rarest(word, 0));
      enter(i, rarest(word, 1));
    }
  }

  private static int rarest(String word, int first) {
    int best = first;
    for (int at = first; at + 3 <= word.length(); at += 2) {
      best = rarity(word, at) > rarity(word, best) ? at : best;
    }
    return best;
  }

  private static int rarity(String word, int at) {
    int rarity = 1;
    for (int i = at; i < at + 3; i++) {
      int rank = FREQUENT.indexOf(word.charAt(i));
      rarity *= rank < 0 ? 2 * FREQUENT.length() : rank + 1;
    }
    return rarity;
  }

  private void enter(int word, int offset) {
    byte[] letters = words[word];
    int slot = slot(letters[offset] | (letters[offset + 1] << 8) | (letters[offset + 2] << 16));
    marked[slot] = 1;
    int[] before = owners[slot] == null ? new int[0] : owners[slot];
    owners[slot] = Arrays.copyOf(before, before.length + 1);
    owners[slot][before.length] = (word << 8) | offset;
  }

  private static int slot(int letters) {
    return (((letters | FOLD) << 8) * FACTOR) >>> (Integer.SIZE - BITS);
  }

  /**
   * Finds words in {@code block[from, to)}, which must be readable up to {@code to +} {@value
   * #PADDING}; not always in order.
   *
   * @param found room for half as many numbers as there are bytes, and two more
   */
  void find(byte[] block, int from, int to, int[] found, WordSink sink) {
    int candidates = collect(block, from, to, found);
    for (int i = 0; i < candidates; i++) {
      int at = found[i];
      int[] owners = this.owners[slot((int) INTS.get(block, at))];
      for (int j = 0; owners != null && j < owners.length; j++) {
        int begin = at - (owners[j] & 0xFF);
        int word = owners[j] >>> 8;
        if (begin >= from && isAt(words[word], block, begin, to)) {
          sink.word(word, begin);
        }
      }
    }
  }

  private int collect(byte[] block, int from, int to, int[] found) {
    byte[] marked = this.marked;
    int kept = 0;
    for (int i = from; i < to - 2; i += 4) {
      found[kept] = i;
      kept += marked[slot((int) INTS.get(block, i))];
      found[kept] = i + 2;
      kept += marked[slot((int) INTS.get(block, i + 2))];
    }
    return kept;
  }

  private static boolean isAt(byte[] word, byte[] block, int at, int to) {
    int i = 0;
    while (i < word.length && at + i < to && folded(block[at + i]) == word[i]) {
      i++;
    }
    return i == word.length;
  }

  private static int folded(byte b) {
    return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
  }
}
