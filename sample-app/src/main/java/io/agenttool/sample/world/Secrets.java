package io.agenttool.sample.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets of the shapes that real ones have, new at each start and good for nothing.
 *
 * @param awsKey an AWS access key id
 * @param openAiKey an OpenAI-style key
 * @param apiKey the value of an {@code api_key}
 * @param password the value of a {@code password}
 * @param jwt a signed JSON Web Token
 * @param privateKey a PKCS #8 private key in PEM
 */
public record Secrets(
    String awsKey,
    String openAiKey,
    String apiKey,
    String password,
    String jwt,
    String privateKey) {
  private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom random = new SecureRandom();

  /** New ones. The prefixes are in parts, so that no scanner takes this file for a leak. */
  public static Secrets generate() {
    return new Secrets(
        "AK" + "IA" + letters(CAPITALS, 16),
        "s" + "k-" + letters(LETTERS, 48),
        letters(LETTERS, 32),
        letters(LETTERS, 14),
        base64("{\"alg\":\"HS256\"}")
            + "."
            + base64("{\"sub\":\"billing\"}")
            + "."
            + letters(LETTERS, 43),
        pem());
  }

  private static String letters(String alphabet, int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private static String pem() {
    try {
      byte[] key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
      String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
      return "-----BEGIN " + "PRIVATE KEY-----\n" + lines + "\n-----END " + "PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
