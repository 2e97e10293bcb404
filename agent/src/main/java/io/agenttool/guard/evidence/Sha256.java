package io.agenttool.guard.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {
  private static final HexFormat HEX = HexFormat.of();

  private Sha256() {}

  /** A digest with nothing in it yet. */
  public static MessageDigest create() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** The digest of some bytes, in lower-case hexadecimal. */
  public static String hex(byte[] bytes, int offset, int length) {
    MessageDigest digest = create();
    digest.update(bytes, offset, length);
    return HEX.formatHex(digest.digest());
  }
}
