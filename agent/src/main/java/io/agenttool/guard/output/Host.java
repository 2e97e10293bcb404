package io.agenttool.guard.output;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of hosts, in the one form in which they can be compared. */
final class Host {
  private Host() {}

  /** The host of {@code user:password@host:port}. */
  static String of(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.startsWith("[")) {
      int closed = host.indexOf(']');
      return closed < 0 ? host : host.substring(0, closed + 1);
    }
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** The port of {@code user:password@host:port}, with its colon; empty for none. */
  static String port(String authority) {
    String rest =
        authority.substring(authority.lastIndexOf('@') + 1).substring(of(authority).length());
    String digits = rest.replaceFirst("^:0*", "");
    return digits.isEmpty() ? "" : ":" + digits;
  }

  /**
   * Percent-encoding resolved, IDN as ASCII (UTS 46), lower case, without the root's dot; IPv4 in
   * any of inet_aton's spellings as four decimals. {@code null} for what is no host.
   */
  static @Nullable String canonical(String host) {
    String decoded = decode(host);
    if (decoded == null || decoded.isEmpty()) {
      return null;
    }
    if (decoded.startsWith("[")) {
      return decoded.toLowerCase(Locale.ROOT);
    }
    String ascii;
    try {
      ascii = IDN.toASCII(decoded.replace('\u3002', '.').replace('\uFF0E', '.'), 0);
    } catch (IllegalArgumentException e) {
      return null;
    }
    ascii = ascii.toLowerCase(Locale.ROOT);
    while (ascii.endsWith(".")) {
      ascii = ascii.substring(0, ascii.length() - 1);
    }
    if (ascii.isEmpty() || !ascii.chars().allMatch(Host::isHostCharacter)) {
      return null;
    }
    String address = address(ascii);
    return address != null ? address : ascii;
  }

  /** Whether a canonical host is an address, whose dots part no labels. */
  static boolean isAddress(String canonical) {
    return canonical.startsWith("[") || address(canonical) != null;
  }

  private static boolean isHostCharacter(int c) {
    return c == '-' || c == '.' || c == '_' || Candidate.isAlphanumeric((char) c);
  }

  private static @Nullable String decode(String host) {
    if (host.indexOf('%') < 0) {
      return host;
    }
    byte[] bytes = host.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i];
      if (value == '%') {
        int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
        int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        value = (high << 4) | low;
        i += 2;
      }
      bytes[length++] = (byte) value;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** inet_aton: one to four parts, each decimal, octal or hexadecimal; the last fills the rest. */
  private static @Nullable String address(String host) {
    String[] parts = host.split("\\.", -1);
    if (parts.length > 4) {
      return null;
    }
    long value = 0;
    for (int i = 0; i < parts.length; i++) {
      long part = number(parts[i]);
      boolean last = i == parts.length - 1;
      long most = last ? (1L << (8 * (5 - parts.length))) - 1 : 255;
      if (part < 0 || part > most) {
        return null;
      }
      value = last ? (value << (8 * (5 - parts.length))) | part : (value << 8) | part;
    }
    return (value >> 24)
        + "."
        + ((value >> 16) & 255)
        + "."
        + ((value >> 8) & 255)
        + "."
        + (value & 255);
  }

  private static long number(String text) {
    boolean hex = text.startsWith("0x");
    int radix = hex ? 16 : text.length() > 1 && text.startsWith("0") ? 8 : 10;
    String digits = hex ? text.substring(2) : text;
    if (digits.length() > 12 || !digits.chars().allMatch(c -> Character.digit(c, radix) >= 0)) {
      return -1;
    }
    return digits.isEmpty() ? hex ? 0 : -1 : Long.parseLong(digits, radix);
  }
}
