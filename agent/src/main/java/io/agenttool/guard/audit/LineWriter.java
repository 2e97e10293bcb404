package io.agenttool.guard.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.agenttool.guard.evidence.Sha256;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Lays out one line after another in one buffer; see {@link ChainedLine}. For one thread at once.
 */
final class LineWriter {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final int AROUND = 300;

  private final MessageDigest sha = Sha256.create();
  private byte[] bytes = new byte[4096];
  private int length;
  private long second = Long.MIN_VALUE;
  private String secondText = "";

  /** The line, with its line feed, in the first {@link #length} bytes; good until the next one. */
  byte[] bytes() {
    return bytes;
  }

  /** How many bytes the line has. */
  int length() {
    return length;
  }

  /**
   * Lays out a line.
   *
   * @param body a JSON object in braces, with at least one member
   * @param bodyLength how many of the bytes it takes
   * @return the line's hash
   */
  String line(long seq, Instant time, byte[] body, int bodyLength, String prev) {
    length = 0;
    if (bytes.length < bodyLength + AROUND) {
      bytes = new byte[2 * (bodyLength + AROUND)];
    }
    ascii("{\"seq\":");
    ascii(Long.toString(seq));
    ascii(",\"time\":\"");
    time(time);
    ascii("Z\",");
    System.arraycopy(body, 1, bytes, length, bodyLength - 2);
    length += bodyLength - 2;
    ascii(",\"prev\":\"");
    ascii(prev);
    ascii("\"");
    sha.update(bytes, 0, length);
    String hash = HexFormat.of().formatHex(sha.digest());
    ascii(",\"hash\":\"");
    ascii(hash);
    ascii("\"}\n");
    return hash;
  }

  private void time(Instant time) {
    if (time.getEpochSecond() != second) {
      second = time.getEpochSecond();
      secondText = SECOND.format(time);
    }
    ascii(secondText);
    int micros = time.getNano() / 1000;
    bytes[length++] = '.';
    for (int i = 5; i >= 0; i--) {
      bytes[length + i] = (byte) ('0' + micros % 10);
      micros /= 10;
    }
    length += 6;
  }

  private void ascii(String text) {
    byte[] more = text.getBytes(US_ASCII);
    if (length + more.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (length + more.length));
    }
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }
}
