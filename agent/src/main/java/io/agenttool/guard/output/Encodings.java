package io.agenttool.guard.output;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Which characters bytes stand for. */
final class Encodings {
  private static final int SAMPLE = 512;

  private Encodings() {}

  /**
   * The encoding that the bytes are text in: UTF-16 where every other byte of the beginning is
   * zero, UTF-8 where they are UTF-8, ISO 8859-1 for all else, in which any bytes can be written
   * back as they were.
   */
  static Charset of(byte[] bytes) {
    int even = 0;
    int odd = 0;
    int length = Math.min(SAMPLE, bytes.length) & ~1;
    for (int i = 0; i < length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (length >= 8 && bytes.length % 2 == 0) {
      if (odd > length / 4 && even == 0) {
        return StandardCharsets.UTF_16LE;
      }
      if (even > length / 4 && odd == 0) {
        return StandardCharsets.UTF_16BE;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
