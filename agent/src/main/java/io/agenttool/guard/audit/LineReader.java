package io.agenttool.guard.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;

/** Reads a file of any size line by line, as bytes. */
public final class LineReader implements AutoCloseable {
  private static final int LONGEST = 16 << 20;

  private final RandomAccessFile file;
  private final byte[] block = new byte[64 * 1024];
  private int at;
  private int filled;
  private byte[] line = new byte[8192];
  private int length;
  private boolean ended;
  private long blockEnd;
  private long begin;

  /** Reads from the beginning of {@code file}. */
  public LineReader(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Moves to the next line.
   *
   * @return {@code false} where there is none
   * @throws IOException also for a line of more than 16 MiB
   */
  public boolean next() throws IOException {
    length = 0;
    ended = false;
    begin = blockEnd - filled + at;
    while (fill()) {
      int from = at;
      while (at < filled && block[at] != '\n') {
        at++;
      }
      take(from);
      if (at < filled) {
        at++;
        ended = true;
        return true;
      }
    }
    return length > 0;
  }

  /** Reads the line once more, as it now is in the file; what {@link #next} says holds. */
  public boolean again() throws IOException {
    file.seek(begin);
    blockEnd = begin;
    at = 0;
    filled = 0;
    return next();
  }

  /** The line, without its line feed, in the first {@link #length} bytes; good until the next. */
  public byte[] bytes() {
    return line;
  }

  /** How many bytes the line has. */
  public int length() {
    return length;
  }

  /** Whether a line feed ends the line; {@code false} for what a torn write left. */
  public boolean ended() {
    return ended;
  }

  private boolean fill() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, file.read(block));
      blockEnd += filled;
    }
    return at < filled;
  }

  private void take(int from) throws IOException {
    int more = at - from;
    if (length + more > LONGEST) {
      throw new IOException("a line of more than 16 MiB");
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, 2 * (length + more));
    }
    System.arraycopy(block, from, line, length, more);
    length += more;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
