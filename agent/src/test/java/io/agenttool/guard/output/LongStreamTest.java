package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.MARKER;
import static io.agenttool.guard.output.Tools.filtered;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams that are longer than memory, and cut where it hurts. */
class LongStreamTest {
  private static final String LINE =
      "and so on, in words as they come in any report, ".repeat(40)
          + "Zeile für Zeile, 行, \uD83D\uDE80, and a key "
          + KEY
          + ".\n";

  /** The same line again and again, made while it is read. */
  private static final class Endless extends InputStream {
    private final byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
    private long left;
    private int at;

    Endless(long lines) {
      left = lines * line.length;
    }

    @Override
    public int read() {
      return left-- <= 0 ? -1 : line[at++ % line.length] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = (int) Math.min(left, length);
      for (int i = 0; i < count; i++) {
        target[offset + i] = line[at];
        at = at + 1 == line.length ? 0 : at + 1;
      }
      left -= count;
      return count == 0 && length > 0 ? -1 : count;
    }
  }

  @Test
  void filters64Megabytes() throws IOException {
    filters(64L << 20);
  }

  @Test
  @Tag("nightly")
  void filtersAGigabyte() throws IOException {
    filters(1L << 30);
  }

  /** What is read is compared line by line; what is used beyond a few blocks would add up. */
  private static void filters(long bytes) throws IOException {
    long lines = bytes / LINE.getBytes(StandardCharsets.UTF_8).length;
    byte[] expected = LINE.replace(KEY, MARKER).getBytes(StandardCharsets.UTF_8);
    byte[] line = new byte[expected.length];
    long most = 0;
    try (InputStream in =
        (InputStream) requireNonNull(filtered(Object.class, new Endless(lines)))) {
      for (long i = 0; i < lines; i++) {
        assertThat(in.readNBytes(line, 0, line.length)).isEqualTo(line.length);
        if (!Arrays.equals(line, expected)) {
          assertThat(new String(line, StandardCharsets.UTF_8)).as("line %s", i).isEqualTo(LINE);
        }
        if (i % (lines / 8) == lines / 16) {
          System.gc();
          Runtime jvm = Runtime.getRuntime();
          long used = jvm.totalMemory() - jvm.freeMemory();
          most = most == 0 ? used + (16L << 20) : most;
          assertThat(used).as("bytes used after %s lines", i).isLessThan(most);
        }
      }
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void findsASecretAtEveryBorderOfABlock() throws IOException {
    for (int before = 8192 - KEY.length() - 2; before <= 8192 + 2; before++) {
      String lead = "ü" + "x".repeat(before - 3) + " ";
      byte[] text = (lead + KEY + " é").getBytes(StandardCharsets.UTF_8);
      try (InputStream in =
          (InputStream)
              requireNonNull(filtered(Object.class, new java.io.ByteArrayInputStream(text)))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(lead + MARKER + " é");
      }
    }
  }
}
