package io.agenttool.guard.screen;

import com.google.re2j.Pattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Reads {@code injection.rules}: a word and its text a line, an empty line between two rules. */
final class RuleTable {
  private static final int WINDOW = 240;

  private final List<ScreenRule> rules = new ArrayList<>();
  private String id = "";
  private List<String> keywords = List.of();
  private List<String> needs = List.of();
  private List<String> then = List.of();
  private List<String> before = List.of();
  private String near = "";
  private String pattern = "";
  private int window = WINDOW;
  private List<String> matches = new ArrayList<>();
  private List<String> passes = new ArrayList<>();

  private RuleTable() {}

  /**
   * The rules of a table.
   *
   * @throws IllegalStateException where it cannot be read: nothing is screened by half a table
   */
  static List<ScreenRule> read(String resource) {
    try (InputStream in = RuleTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      RuleTable table = new RuleTable();
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        table.line(line);
      }
      table.endRule();
      return List.copyOf(table.rules);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private void line(String line) {
    if (line.isBlank()) {
      endRule();
      return;
    }
    if (line.startsWith("#")) {
      return;
    }
    int space = line.indexOf(' ');
    String word = space < 0 ? line : line.substring(0, space);
    String text = space < 0 ? "" : line.substring(space).strip();
    switch (word) {
      case "rule" -> id = text;
      case "keywords" -> keywords = words(text);
      case "needs" -> needs = words(text);
      case "then" -> then = words(text);
      case "before" -> before = words(text);
      case "near" -> near = text;
      case "pattern" -> pattern += text;
      case "window" -> window = Integer.parseInt(text);
      case "finds" -> matches.add(unescaped(text));
      case "passes" -> passes.add(unescaped(text));
      default -> throw new IllegalStateException("unknown word in the table: " + word);
    }
  }

  private static List<String> words(String text) {
    StringTokenizer words = new StringTokenizer(text, " ");
    List<String> list = new ArrayList<>();
    while (words.hasMoreTokens()) {
      list.add(words.nextToken());
    }
    return List.copyOf(list);
  }

  private void endRule() {
    if (id.isEmpty()) {
      return;
    }
    rules.add(
        new ScreenRule(
            id,
            keywords,
            needs,
            then,
            before,
            near.isEmpty() ? null : new LatePattern(near, Pattern.DOTALL),
            new LatePattern(pattern, Pattern.DOTALL),
            new LatePattern("\\A(?:" + pattern + ")", Pattern.DOTALL),
            window,
            List.copyOf(matches),
            List.copyOf(passes)));
    id = "";
    keywords = List.of();
    needs = List.of();
    then = List.of();
    before = List.of();
    near = "";
    pattern = "";
    window = WINDOW;
    matches = new ArrayList<>();
    passes = new ArrayList<>();
  }

  /** Examples are written on one line, with escapes for newlines and UTF-16 units as in Java. */
  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && text.startsWith("u", i + 1)) {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (c == '\\' && text.startsWith("n", i + 1)) {
        out.append('\n');
        i++;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
