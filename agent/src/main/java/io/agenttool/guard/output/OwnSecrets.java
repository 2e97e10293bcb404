package io.agenttool.guard.output;

import io.agenttool.guard.configuration.Configuration;
import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.Settings;
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
public final class OwnSecrets {
  /** Shorter ones would be found in ordinary words. */
  private static final int SHORTEST = 6;

  /** Shorter lines of a text with several would be found in other texts. */
  private static final int SHORTEST_LINE = 16;

  /** The id of these rules. */
  static final String ID = "own";

  private final Redactor known;
  private final Set<String> texts = new LinkedHashSet<>();

  /** Those that a rule finds for what they look like: plain, they are that rule's. */
  private final Set<String> tokens = new LinkedHashSet<>();

  private OwnSecrets(Redactor known) {
    this.known = known;
  }

  /**
   * Refuses configuration that cannot be read. Cheap where the settings name none.
   *
   * @throws io.agenttool.guard.settings.SettingsException for a file that is not there or is not
   *     what its name says
   */
  public static void check(Settings settings) {
    List<String> files = settings.get(Options.CONFIGURATION);
    if (!files.isEmpty()) {
      Configuration.read(where(), files, (name, value) -> {});
    }
  }

  /**
   * Rules that find them.
   *
   * @param environment the process's environment
   * @param properties its system properties
   * @param known tells which values are secrets
   * @throws io.agenttool.guard.settings.SettingsException as {@link #check}
   */
  static List<Rule> of(
      Settings settings,
      Map<String, String> environment,
      Map<String, String> properties,
      Redactor known) {
    OwnSecrets own = new OwnSecrets(known);
    settings.get(Options.NEVER).forEach(own::add);
    environment.forEach(own::value);
    properties.forEach(own::value);
    Configuration.read(where(), settings.get(Options.CONFIGURATION), own::value);
    List<Rule> rules = rules(own.texts);
    own.tokens.removeAll(own.texts);
    rules.addAll(encoded(own.tokens));
    return rules;
  }

  /**
   * Rules that find those texts plain and encoded. What is not in ASCII has no keyword, and is
   * found by the slow lane.
   *
   * @param secrets those shorter than {@value #SHORTEST} are not looked for
   */
  static List<Rule> rules(Iterable<String> secrets) {
    List<Rule> rules = new ArrayList<>();
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST) {
        Set<String> forms = forms(secret);
        rules.add(rule(ascii(forms), secret));
        forms.removeIf(OwnSecrets::isAscii);
        forms.forEach(form -> rules.add(rule(List.of(), form)));
      }
    }
    return rules;
  }

  /** The same, where another rule finds them plain. */
  private static List<Rule> encoded(Iterable<String> secrets) {
    List<Rule> rules = new ArrayList<>();
    for (String secret : secrets) {
      Set<String> forms = forms(secret);
      forms.remove(secret);
      rules.add(rule(ascii(forms), secret));
    }
    return rules;
  }

  private static List<String> ascii(Set<String> forms) {
    return forms.stream().filter(OwnSecrets::isAscii).toList();
  }

  private static String where() {
    return "guard." + Options.CONFIGURATION.name();
  }

  /** A value of a name that says secret is one; of another one, what the rules find in it. */
  private void value(String name, String written) {
    String value = withoutPlaceholder(written);
    if (known.assigned(name, value) != null) {
      add(value);
    } else {
      for (String secret : known.secrets(value)) {
        if (known.secrets(secret).isEmpty()) {
          add(secret);
        } else {
          tokens.add(secret);
        }
      }
    }
  }

  /**
   * The default in <code>${NAME:default}</code>, nested as it may be: it holds where NAME is not
   * set.
   */
  private static String withoutPlaceholder(String written) {
    String value = written;
    for (int colon = value.indexOf(':');
        colon > 0 && value.startsWith("${") && value.endsWith("}");
        colon = value.indexOf(':')) {
      value = value.substring(colon + 1, value.length() - 1);
    }
    return value;
  }

  private void add(String secret) {
    List<String> lines = secret.lines().map(String::strip).toList();
    if (lines.size() < 2) {
      texts.add(secret.strip());
      return;
    }
    for (String line : lines) {
      if (line.length() >= SHORTEST_LINE && !line.startsWith("-----")) {
        texts.add(line);
      }
    }
  }

  private static Rule rule(List<String> keywords, String secret) {
    return new Rule(
        ID,
        "OWN_SECRET",
        Rule.Form.LITERAL,
        keywords,
        false,
        null,
        secret,
        List.of(),
        true,
        List.of(),
        List.of());
  }

  private static Set<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(secret);
    forms.add(new StringBuilder(secret).reverse().toString());
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
    forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\"")); // in a string of JSON
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    for (int offset = 0; offset < 3; offset++) {
      forms.add(base64(bytes, offset));
      forms.add(base64(bytes, offset).replace('+', '-').replace('/', '_'));
    }
    forms.removeIf(form -> form.length() < SHORTEST);
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

  private static boolean isAscii(String form) {
    return form.chars().allMatch(c -> c >= ' ' && c < 127);
  }
}
