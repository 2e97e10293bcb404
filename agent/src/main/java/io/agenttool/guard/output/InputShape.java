package io.agenttool.guard.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** {@link InputStream} and {@link Reader}: filtered as they are read. */
final class InputShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.pending();
  }

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    StreamFilter filter = new StreamFilter(rebuilding.filter(), null);
    return value instanceof Reader reader
        ? new FilteredReader(reader, filter)
        : new FilteredInputStream((InputStream) value, filter);
  }

  private static final class FilteredReader extends Reader {
    private final Reader source;
    private final StreamFilter filter;
    private final char[] block = new char[8192];
    private String ready = "";
    private int taken;
    private boolean ended;

    FilteredReader(Reader source, StreamFilter filter) {
      this.source = source;
      this.filter = filter;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (taken == ready.length()) {
        if (ended) {
          return -1;
        }
        int count = source.read(block);
        ended = count < 0;
        ready = ended ? filter.finish() : filter.accept(new String(block, 0, count));
        taken = 0;
      }
      int count = Math.min(length, ready.length() - taken);
      ready.getChars(taken, taken + count, target, offset);
      taken += count;
      return count;
    }

    @Override
    public boolean ready() throws IOException {
      return taken < ready.length() || source.ready();
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }

  /**
   * Reads bytes as ISO 8859-1, in which each byte is a character of its own and comes back as it
   * was: secrets are ASCII, and no multi-byte character can be cut.
   */
  private static final class FilteredInputStream extends InputStream {
    private final InputStream source;
    private final StreamFilter filter;
    private final byte[] block = new byte[8192];
    private byte[] ready = {};
    private int taken;
    private boolean ended;

    FilteredInputStream(InputStream source, StreamFilter filter) {
      this.source = source;
      this.filter = filter;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (taken == ready.length) {
        if (ended) {
          return -1;
        }
        int count = source.read(block);
        ended = count < 0;
        String text =
            ended
                ? filter.finish()
                : filter.accept(new String(block, 0, count, StandardCharsets.ISO_8859_1));
        ready = text.getBytes(StandardCharsets.ISO_8859_1);
        taken = 0;
      }
      int count = Math.min(length, ready.length - taken);
      System.arraycopy(ready, taken, target, offset, count);
      taken += count;
      return count;
    }

    @Override
    public int available() {
      return ready.length - taken;
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
