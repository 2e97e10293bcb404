package io.agenttool.guard.output;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rule packs that Guard brings. */
final class Packs {
  private static final Detector EMPTY = new Detector(List.of());

  private Packs() {}

  /** Finds nothing. */
  static Detector none() {
    return EMPTY;
  }

  /** The rules of {@code secrets.yaml}, in its order. */
  static List<Rule> secrets() {
    return read("secrets.yaml");
  }

  /** The rules of {@code personal.yaml}. */
  static List<Rule> personal() {
    return read("personal.yaml");
  }

  private static List<Rule> read(String resource) {
    try (InputStream in = requireNonNull(Packs.class.getResourceAsStream(resource), resource)) {
      List<Rule> rules = new ArrayList<>();
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      new RuleReader(source).entries().forEach(entry -> rules.add(rule(entry)));
      return rules;
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }

  private static Rule rule(Map<String, List<String>> entry) {
    String form = one(entry, "form");
    return new Rule(
        requireNonNull(one(entry, "id")),
        requireNonNull(one(entry, "name")),
        Rule.Form.valueOf(form == null ? "TOKEN" : form.toUpperCase(Locale.ROOT)),
        all(entry, "keywords"),
        "true".equals(one(entry, "ignoreCase")),
        one(entry, "before"),
        one(entry, "pattern"),
        all(entry, "check"),
        "true".equals(one(entry, "joined")),
        all(entry, "match"),
        all(entry, "clean"));
  }

  private static @Nullable String one(Map<String, List<String>> entry, String key) {
    List<String> values = entry.get(key);
    return values == null ? null : values.get(0);
  }

  private static List<String> all(Map<String, List<String>> entry, String key) {
    return List.copyOf(entry.getOrDefault(key, List.of()));
  }
}
