package io.agenttool.guard.output;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What stands in the place of a secret. */
enum Marking {
  /** {@code [REDACTED_AWS_KEY]}. */
  NAME {
    @Override
    String mark(Rule rule, String secret) {
      return rule.marker();
    }
  },

  /** <code>[REDACTED_AWS_KEY ****WXYZ]</code>; the end of long secrets only. */
  MASK {
    @Override
    String mark(Rule rule, String secret) {
      if (secret.length() < LEAST_MASKED || !secret.chars().allMatch(Marking::isPlain)) {
        return rule.marker();
      }
      return open(rule) + " ****" + secret.substring(secret.length() - SHOWN) + "]";
    }
  },

  /**
   * <code>[REDACTED_AWS_KEY #5f1c0a9be2d34c77]</code>: equal secrets have equal marks, under a key
   * that this process alone has (HMAC-SHA-256, RFC 2104), so that nobody can try out secrets.
   */
  HASH {
    @Override
    String mark(Rule rule, String secret) {
      String hash = keyed(secret, HASHED);
      return open(rule) + " #" + hash + keyed(hash, SEALED) + "]";
    }
  };

  /** Of a hash, the digits that tell secrets apart, and those that tell it is a hash. */
  private static final int HASHED = 10;

  private static final int SEALED = 6;

  private static final int SHOWN = 4;

  /** Of a shorter one, four characters would be too much. */
  private static final int LEAST_MASKED = 16;

  abstract String mark(Rule rule, String secret);

  /** Whether the sixteen digits are a hash that this process made, and not a secret themselves. */
  static boolean isHash(String digits) {
    return keyed(digits.substring(0, HASHED), SEALED).equals(digits.substring(HASHED));
  }

  private static String keyed(String text, int digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(Key.KEY);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, digits / 2);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no HMAC-SHA-256", e);
    }
  }

  private static String open(Rule rule) {
    String marker = rule.marker();
    return marker.substring(0, marker.length() - 1);
  }

  private static boolean isPlain(int c) {
    return Candidate.isAlphanumeric((char) c) || "-_.+/=~".indexOf(c) >= 0;
  }

  private static final class Key {
    static final SecretKeySpec KEY = new SecretKeySpec(random(), "HmacSHA256");

    private static byte[] random() {
      byte[] bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      return bytes;
    }
  }
}
