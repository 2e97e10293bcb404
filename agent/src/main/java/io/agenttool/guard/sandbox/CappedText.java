package io.agenttool.guard.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** UTF-8 that arrives in pieces, of which no more than a bound is kept. For several threads. */
final class CappedText {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int cap;
  private boolean cut;

  /**
   * @param cap the greatest number of bytes kept
   */
  CappedText(int cap) {
    this.cap = cap;
  }

  /** Adds a piece; {@code false} if it did not fit whole. */
  synchronized boolean append(byte[] piece) {
    int fits = Math.min(piece.length, cap - bytes.size());
    bytes.write(piece, 0, fits);
    cut |= fits < piece.length;
    return !cut;
  }

  /** Whether there was more than is kept. */
  synchronized boolean isCut() {
    return cut;
  }

  /**
   * The text, decoded as a whole, so that a character may lie across pieces; what is no UTF-8
   * becomes U+FFFD. A text that was cut ends before the first character that is not whole, and with
   * a line that says so.
   */
  synchronized String text() {
    byte[] kept = bytes.toByteArray();
    if (!cut) {
      return new String(kept, StandardCharsets.UTF_8);
    }
    int whole = wholeCharacters(kept);
    return new String(kept, 0, whole, StandardCharsets.UTF_8)
        + "\n[output cut after "
        + cap
        + " bytes]";
  }

  /** The length without a last character of which some bytes are missing (RFC 3629, section 3). */
  private static int wholeCharacters(byte[] text) {
    int first = text.length - 1;
    while (first > text.length - 4 && first >= 0 && (text[first] & 0xC0) == 0x80) {
      first--;
    }
    if (first < 0) {
      return text.length;
    }
    int lead = text[first] & 0xFF;
    int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return first + needed > text.length ? first : text.length;
  }
}
