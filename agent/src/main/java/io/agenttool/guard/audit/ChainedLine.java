package io.agenttool.guard.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.agenttool.guard.evidence.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a line of the log, ASCII throughout:
 *
 * <pre>
 * {"seq":7,"time":"2026-01-31T12:00:00.000001Z", … ,"prev":"HEX","hash":"HEX"}⏎
 * </pre>
 *
 * HEX is 64 lower-case digits. {@code hash} is the SHA-256 of the line up to, and without, {@code
 * ,"hash"}; {@code prev} is the hash of the line before, zeros in the first. {@code seq} counts
 * from 1. So, by hand, for line 7 of a log:
 *
 * <pre>
 * sed -n 7p audit.jsonl | sed 's/,"hash":"[0-9a-f]*"}$//' | tr -d '\n' | sha256sum
 * </pre>
 *
 * @param seq the line's number
 * @param prev the hash that it gives for the line before
 * @param hash the hash that it gives for itself
 * @param untouched whether {@code hash} is that of its bytes
 */
record ChainedLine(long seq, String prev, String hash, boolean untouched) {
  /** What the first line has for {@code prev}. */
  static final String ZEROS = "0".repeat(64);

  private static final byte[] SEQ = "{\"seq\":".getBytes(US_ASCII);
  private static final byte[] PREV = ",\"prev\":\"".getBytes(US_ASCII);
  private static final byte[] HASH = ",\"hash\":\"".getBytes(US_ASCII);
  private static final int DIGITS = 64;
  private static final int LONGEST_SEQ = 18;
  private static final int HASH_PART = HASH.length + DIGITS + 2;
  private static final int PREV_PART = PREV.length + DIGITS + 1;

  /**
   * Reads a line without its line feed.
   *
   * @return {@code null} where its bytes do not lie as they should
   */
  static @Nullable ChainedLine parse(byte[] line, int length) {
    int hashAt = length - HASH_PART;
    int prevAt = hashAt - PREV_PART;
    if (prevAt < SEQ.length
        || !has(line, 0, SEQ)
        || !has(line, prevAt, PREV)
        || line[hashAt - 1] != '"'
        || !has(line, hashAt, HASH)
        || line[length - 2] != '"'
        || line[length - 1] != '}') {
      return null;
    }
    String prev = new String(line, prevAt + PREV.length, DIGITS, US_ASCII);
    String hash = new String(line, hashAt + HASH.length, DIGITS, US_ASCII);
    long seq = seq(line, prevAt);
    if (seq < 1 || !isHex(prev) || !isHex(hash)) {
      return null;
    }
    return new ChainedLine(seq, prev, hash, Sha256.hex(line, 0, hashAt).equals(hash));
  }

  /** Whether a text is 64 lower-case hexadecimal digits. */
  static boolean isHex(String text) {
    return text.length() == DIGITS
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static long seq(byte[] line, int end) {
    long seq = 0;
    int at = SEQ.length;
    while (at < end && line[at] >= '0' && line[at] <= '9' && at < SEQ.length + LONGEST_SEQ) {
      seq = seq * 10 + line[at++] - '0';
    }
    return at > SEQ.length && at < end && line[at] == ',' && line[SEQ.length] != '0' ? seq : -1;
  }

  private static boolean has(byte[] line, int at, byte[] part) {
    for (int i = 0; i < part.length; i++) {
      if (line[at + i] != part[i]) {
        return false;
      }
    }
    return true;
  }
}
