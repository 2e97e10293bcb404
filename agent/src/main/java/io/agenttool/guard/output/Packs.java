package io.agenttool.guard.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    try (InputStream in = Packs.class.getResourceAsStream(resource)) {
      List<Rule> rules = new ArrayList<>();
      for (JsonNode entry : new YAMLMapper().readTree(in)) {
        rules.add(rule(entry));
      }
      return rules;
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }

  private static Rule rule(JsonNode entry) {
    return new Rule(
        entry.required("id").asText(),
        entry.required("name").asText(),
        Rule.Form.valueOf(entry.path("form").asText("token").toUpperCase(Locale.ROOT)),
        texts(entry.path("keywords")),
        entry.path("ignoreCase").asBoolean(false),
        text(entry.get("before")),
        text(entry.get("pattern")),
        texts(entry.path("check")),
        entry.path("joined").asBoolean(false),
        texts(entry.path("match")),
        texts(entry.path("clean")));
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null ? null : node.asText();
  }

  private static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.asText()));
    return List.copyOf(texts);
  }
}
