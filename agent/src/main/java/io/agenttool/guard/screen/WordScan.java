package io.agenttool.guard.screen;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Looks for words in text as {@link PlainText} has it, without making one. What is ASCII without
 * invisible characters is looked at as it is; the rest is read letter by letter into a block first.
 * Belongs to one thread.
 */
final class WordScan {
  /** How much of a text is looked at in one go. */
  private static final int CHUNK = 4096;

  /** How much of what was looked at is looked at again: a word may go on in the next block. */
  private static final int CARRY = 16;

  /** Beyond this a block is looked at before more is read into it. */
  static final int FULL = 2 * CHUNK;

  /** The most that one character reads as (U+FDFA is 18). */
  private static final int LONGEST_FORM = 32;

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = 0x8080_8080_8080_8080L;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final char[] chars = new char[CHUNK];
  private final byte[] bytes = new byte[CHUNK + WordFilter.PADDING];
  private final Narrow narrow = new Narrow(chars, bytes);
  private final int[] found = new int[FULL / 2 + LONGEST_FORM];

  /** What was read, and of each byte, where in the text it comes from. */
  private final byte[] letters = new byte[FULL + LONGEST_FORM + WordFilter.PADDING];

  private final int[] sources = new int[FULL + LONGEST_FORM];
  private int read;

  /** Where in the text the bytes begin that are looked at as they are. */
  private int shift;

  private final Telling telling;
  private final WordSink sink;
  private final WordSink shifted = this::shifted;
  private final WordSink sourced = this::sourced;

  /**
   * @param sink hears of each word, {@link Telling#PIPE} among them, and where in the text it is;
   *     of some twice
   */
  WordScan(Telling telling, WordSink sink) {
    this.telling = telling;
    this.sink = sink;
  }

  /** Looks through a text. */
  void text(String text) {
    read = 0;
    for (int begin = 0, end = 0; end < text.length(); ) {
      end = Math.min(text.length(), begin + CHUNK);
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      text.getChars(begin, end, chars, 0);
      int length = end - begin;
      if (!narrow.write(length) || !plain(bytes, length, begin)) {
        read(chars, length, begin);
        begin = end;
        continue;
      }
      if (read > 0) {
        read(chars, Math.min(length, CARRY), begin);
        look();
        read = 0;
      }
      begin = end - CARRY;
    }
    look();
  }

  /**
   * Looks through many texts that stand side by side; a word may begin in one and end in the next.
   *
   * @param chars the texts
   * @param bytes the last eight bits of each character, and {@value WordFilter#PADDING} more
   * @param latin whether that is all of each
   */
  void texts(char[] chars, byte[] bytes, int length, boolean latin) {
    if (!latin || !plain(bytes, length, 0)) {
      read = 0;
      read(chars, length, 0);
      look();
    }
  }

  /** Looks at bytes that are text as it is; whether they are. */
  private boolean plain(byte[] block, int length, int begin) {
    shift = begin;
    if (!isPlain(block, length, shifted)) {
      return false;
    }
    telling.filter().find(block, 0, length, found, shifted);
    return true;
  }

  private void shifted(int word, int at) {
    sink.word(word, shift + at);
  }

  private void sourced(int word, int at) {
    sink.word(word, sources[at]);
  }

  /** Whether all is ASCII, and none of it invisible; tells of each {@link Telling#PIPE}. */
  private static boolean isPlain(byte[] block, int length, WordSink sink) {
    Arrays.fill(block, length, length + WordFilter.PADDING, (byte) ' ');
    for (int i = 0; i < length; i += Long.BYTES) {
      long word = (long) LONGS.get(block, i);
      long pipes = word ^ ('|' * ONES);
      long odd = ((word - ' ' * ONES) | (word + ONES)) & ~word;
      odd = (odd | ((pipes - ONES) & ~pipes) | word) & HIGHS;
      for (; odd != 0; odd &= odd - 1) {
        int at = i + (Long.numberOfTrailingZeros(odd) >>> 3);
        byte b = block[at];
        if (b < '\t' || (b > '\r' && b < ' ') || b == 0x7F) {
          return false;
        }
        if (b == '|' && at > 0 && block[at - 1] == '<') {
          sink.word(Telling.PIPE, at - 1);
        }
      }
    }
    return true;
  }

  /** Reads characters into the block, and looks at it whenever it is full. */
  private void read(char[] chars, int length, int begin) {
    for (int i = 0; i < length; ) {
      i = readSimple(chars, i, length, begin);
      if (i < length && read < FULL) {
        boolean pair =
            Character.isHighSurrogate(chars[i])
                && i + 1 < length
                && Character.isLowSurrogate(chars[i + 1]);
        add(pair ? Character.toCodePoint(chars[i], chars[i + 1]) : chars[i], begin + i);
        i += pair ? 2 : 1;
      }
      if (read >= FULL) {
        look();
      }
    }
  }

  /** Reads on while each character reads as one at most; where they no more do, or all is full. */
  private int readSimple(char[] chars, int from, int length, int begin) {
    byte[] units = Letters.units();
    byte[] letters = this.letters;
    int[] sources = this.sources;
    int n = read;
    int i = from;
    for (; i < length && n < FULL; i++) {
      byte letter = units[chars[i]];
      if (letter == Letters.MANY || letter == Letters.UNKNOWN) {
        break;
      }
      letters[n] = letter;
      sources[n] = begin + i;
      n += letter == Letters.GONE ? 0 : 1;
    }
    read = n;
    return i;
  }

  private void add(int codePoint, int source) {
    byte letter = Letters.of(codePoint);
    if (letter != Letters.MANY) {
      letters[read] = letter;
      sources[read] = source;
      read += letter == Letters.GONE ? 0 : 1;
      return;
    }
    for (byte form : Letters.forms(codePoint)) {
      letters[read] = form;
      sources[read++] = source;
    }
  }

  /** Looks at what was read; its end stays, for a word that begins in it. */
  private void look() {
    if (read == 0) {
      return;
    }
    if (!isPlain(letters, read, sourced)) {
      throw new IllegalStateException("letters that are none");
    }
    telling.filter().find(letters, 0, read, found, sourced);
    int kept = Math.min(read, CARRY);
    System.arraycopy(letters, read - kept, letters, 0, kept);
    System.arraycopy(sources, read - kept, sources, 0, kept);
    read = kept;
  }
}
