package io.agenttool.guard.output;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The application's own secrets as rules: they are known to the letter, and so are found plain, in
 * Base64 (at any of the three offsets), hexadecimal, URL-encoded and reversed.
 */
final class OwnSecrets {
  /** Shorter ones would be found in ordinary words. */
  private static final int SHORTEST = 6;

  /** The id of these rules. */
  static final String ID = "own";

  private OwnSecrets() {}

  /**
   * The values of variables whose names say secret.
   *
   * @param variables names and values: the environment, the system properties
   * @param names decides by name and value
   */
  static List<String> valuesOf(Map<String, String> variables, Redactor names) {
    List<String> values = new ArrayList<>();
    variables.forEach(
        (name, value) -> {
          if (names.assigned(name, value) != null) {
            values.add(value);
          }
        });
    return values;
  }

  /**
   * Rules that find those texts.
   *
   * @param secrets what must never leave; those shorter than {@value #SHORTEST} are not looked for
   */
  static List<Rule> rules(List<String> secrets) {
    List<Rule> rules = new ArrayList<>();
    for (String secret : new LinkedHashSet<>(secrets)) {
      if (secret.length() >= SHORTEST) {
        List<String> forms = List.copyOf(forms(secret));
        rules.add(
            new Rule(
                ID,
                "OWN_SECRET",
                Rule.Form.LITERAL,
                forms,
                false,
                null,
                null,
                List.of(),
                true,
                List.of(),
                List.of()));
      }
    }
    return rules;
  }

  private static Set<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(secret);
    forms.add(new StringBuilder(secret).reverse().toString());
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    for (int offset = 0; offset < 3; offset++) {
      forms.add(base64(bytes, offset));
      forms.add(base64(bytes, offset).replace('+', '-').replace('/', '_'));
    }
    forms.removeIf(form -> form.length() < SHORTEST || !form.chars().allMatch(OwnSecrets::isAscii));
    return forms;
  }

  /** The characters that these bytes alone decide where others come before and after them. */
  private static String base64(byte[] bytes, int offset) {
    byte[] shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = offset == 0 ? 0 : offset + 1;
    int last = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
    return text.substring(first, last);
  }

  private static boolean isAscii(int c) {
    return c >= ' ' && c < 127;
  }
}
