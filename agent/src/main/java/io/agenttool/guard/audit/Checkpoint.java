package io.agenttool.guard.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the log ended when this was written, in a file beside it: without it a log that lost its
 * last lines would look whole. One line of 85 bytes, written over by one write: {@code seq} in 19
 * digits, a space, {@code hash}, a line feed.
 *
 * @param seq the number of the last line, 0 for none
 * @param hash its hash, zeros for none
 */
record Checkpoint(long seq, String hash) {
  /** Its file's name. */
  static final String FILE = "audit.checkpoint";

  /** Before the first line. */
  static final Checkpoint START = new Checkpoint(0, ChainedLine.ZEROS);

  private static final Pattern FORM = Pattern.compile("(\\d{19}) ([0-9a-f]{64})\\n");

  /**
   * Reads one.
   *
   * @return {@code null} where there is no file
   * @throws IOException where the file is no checkpoint; the message is a few words
   */
  static @Nullable Checkpoint read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    try (RandomAccessFile from = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.min(from.length(), 100)];
      from.readFully(bytes);
      Matcher match = FORM.matcher(new String(bytes, US_ASCII));
      if (!match.matches()) {
        throw new IOException("'" + file + "' is not a checkpoint");
      }
      return new Checkpoint(Long.parseLong(match.group(1)), match.group(2));
    } catch (NumberFormatException e) {
      throw new IOException("'" + file + "' is not a checkpoint", e);
    }
  }

  /** Writes this over what is in the file. */
  void write(RandomAccessFile file) throws IOException {
    byte[] bytes = new byte[19 + 1 + 64 + 1];
    long rest = seq;
    for (int i = 18; i >= 0; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    bytes[19] = ' ';
    System.arraycopy(hash.getBytes(US_ASCII), 0, bytes, 20, 64);
    bytes[84] = '\n';
    file.seek(0);
    file.write(bytes);
  }
}
