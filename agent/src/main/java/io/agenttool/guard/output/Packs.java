package io.agenttool.guard.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.re2j.Pattern;
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
        keywords(entry.required("keywords")),
        entry.path("ignoreCase").asBoolean(false),
        text(entry.get("before")),
        text(entry.get("pattern")),
        texts(entry.path("check")),
        entry.path("joined").asBoolean(false),
        texts(entry.path("match")),
        texts(entry.path("clean")));
  }

  /** The last character of a keyword may be a class: {@code hf_[A-Za-z]} stands for 52 keywords. */
  private static List<String> keywords(JsonNode nodes) {
    List<String> keywords = new ArrayList<>();
    for (String keyword : texts(nodes)) {
      int open = keyword.indexOf('[');
      if (open < 0 || !keyword.endsWith("]")) {
        keywords.add(keyword);
        continue;
      }
      Pattern last = Pattern.compile(keyword.substring(open));
      for (char c = '!'; c < 127; c++) {
        if (last.matches(String.valueOf(c))) {
          keywords.add(keyword.substring(0, open) + c);
        }
      }
    }
    return List.copyOf(keywords);
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
