package io.agenttool.guard.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** {@link InputStream} and {@link Reader}: filtered as they are read. */
final class InputShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.pending();
  }

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    Source source = new Source(rebuilding.later().get());
    return value instanceof Reader reader
        ? new FilteredReader(reader, source)
        : new FilteredInputStream((InputStream) value, source);
  }

  /** Reads a block of the tool's own source. */
  private interface Block {
    int read() throws IOException;
  }

  /** The tool's own source, filtered. */
  private static final class Source {
    private final Consumption consumption;
    private final StreamFilter filter;
    private boolean ended;

    Source(Consumption consumption) {
      this.consumption = consumption;
      this.filter = new StreamFilter(consumption.filter(), consumption);
    }

    /**
     * What is handed on of the next block, perhaps nothing; {@code null} at the end.
     *
     * @param text what a block of that length says
     */
    @Nullable String next(Block block, IntFunction<String> text) throws IOException {
      if (consumption.checked(() -> ended)) {
        return null;
      }
      int count = read(block);
      ended = count < 0;
      String out =
          consumption.checked(() -> count < 0 ? filter.finish() : filter.accept(text.apply(count)));
      if (ended) {
        consumption.end();
      }
      return out;
    }

    private int read(Block block) throws IOException {
      try {
        return block.read();
      } catch (IOException | RuntimeException e) {
        Throwable clean = consumption.failure(e);
        if (clean instanceof IOException same) {
          throw same;
        }
        if (clean instanceof RuntimeException refused) {
          throw refused;
        }
        throw new IOException(clean);
      }
    }

    void stop() {
      consumption.end();
    }
  }

  private static final class FilteredReader extends Reader {
    private final Reader source;
    private final Source filter;
    private final char[] block = new char[8192];
    private String ready = "";
    private int taken;

    FilteredReader(Reader source, Source filter) {
      this.source = source;
      this.filter = filter;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (taken == ready.length()) {
        String next = filter.next(() -> source.read(block), n -> new String(block, 0, n));
        if (next == null) {
          return -1;
        }
        ready = next;
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
      filter.stop();
    }
  }

  /**
   * Reads bytes as ISO 8859-1, in which each byte is a character of its own and comes back as it
   * was: secrets are ASCII, and no multi-byte character can be cut.
   */
  private static final class FilteredInputStream extends InputStream {
    private final InputStream source;
    private final Source filter;
    private final byte[] block = new byte[8192];
    private byte[] ready = {};
    private int taken;

    FilteredInputStream(InputStream source, Source filter) {
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
        String next =
            filter.next(
                () -> source.read(block),
                n -> new String(block, 0, n, StandardCharsets.ISO_8859_1));
        if (next == null) {
          return -1;
        }
        ready = next.getBytes(StandardCharsets.ISO_8859_1);
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
      filter.stop();
    }
  }
}
