package io.agenttool.guard.confirm;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104) at the end of a JSON object: {@code ,"mac":"HEX"}⏎ where the closing
 * brace was, over all the bytes before that.
 */
final class Seal {
  /** How many bytes a key has. */
  static final int KEY_LENGTH = 32;

  private static final byte[] MAC = ",\"mac\":\"".getBytes(US_ASCII);
  private static final byte[] END = "\"}\n".getBytes(US_ASCII);
  private static final int SEAL_LENGTH = MAC.length + 64 + END.length;

  private final byte[] key;

  Seal(byte[] key) {
    this.key = key.clone();
  }

  /** A JSON object with its seal. */
  byte[] sealed(byte[] object) {
    int open = object.length - 1;
    byte[] file = Arrays.copyOf(object, open + SEAL_LENGTH);
    System.arraycopy(seal(object, open), 0, file, open, SEAL_LENGTH);
    return file;
  }

  /** Whether the bytes of a file end with the seal of what comes before it. */
  boolean isGenuine(byte[] file) {
    int open = file.length - SEAL_LENGTH;
    return open > 0
        && MessageDigest.isEqual(seal(file, open), Arrays.copyOfRange(file, open, file.length));
  }

  private byte[] seal(byte[] object, int length) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(object, 0, length);
      byte[] hex = HexFormat.of().formatHex(mac.doFinal()).getBytes(US_ASCII);
      byte[] seal = Arrays.copyOf(MAC, SEAL_LENGTH);
      System.arraycopy(hex, 0, seal, MAC.length, hex.length);
      System.arraycopy(END, 0, seal, MAC.length + hex.length, END.length);
      return seal;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}
