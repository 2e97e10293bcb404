package io.agenttool.guard.output;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/**
 * Blocks that look like keys and certificates: the armour of the format around random bytes of the
 * usual length.
 */
record KeyMaterial(Random random) {

  /**
   * @param form pem (argument: label, length in bytes), jsonpem (the same as a JSON string),
   *     openssh or pgp (length)
   */
  String draw(String form, String argument) {
    return switch (form) {
      case "pem" -> pem(argument);
      case "jsonpem" -> pem(argument).replace("\n", "\\n") + "\\n";
      case "openssh" ->
          armour("OPENSSH PRIVATE KEY", 70, bytes("openssh-key-v1\0\0\0\0\4none", argument), "");
      case "pgp" ->
          armour(
              "PGP PRIVATE KEY BLOCK", 64, bytes("\u0095", argument), "=" + base64(bytes("", "3")));
      default -> throw new IllegalArgumentException("no such form: " + form);
    };
  }

  /** RFC 7468, with the DER header of a SEQUENCE. */
  private String pem(String labelAndLength) {
    String[] parts = labelAndLength.split(":", -1);
    return armour(parts[0], 64, bytes("0\u0082\4\u00a2\2\1\0", parts[1]), "");
  }

  private static String armour(String label, int width, byte[] content, String last) {
    StringBuilder block = new StringBuilder("-----BEGIN " + label + "-----\n");
    if (!last.isEmpty()) {
      block.append('\n');
    }
    String text = base64(content);
    for (int at = 0; at < text.length(); at += width) {
      block.append(text, at, Math.min(at + width, text.length())).append('\n');
    }
    return block
        .append(last)
        .append(last.isEmpty() ? "" : "\n")
        .append("-----END " + label + "-----")
        .toString();
  }

  private byte[] bytes(String start, String length) {
    byte[] bytes = new byte[Integer.parseInt(length)];
    random.nextBytes(bytes);
    byte[] header = start.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(header, 0, bytes, 0, header.length);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
