package io.agenttool.guard.bench.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A keyword as the rule pack has it, in parts: texts, and classes in brackets.
 *
 * @param parts in order
 */
record WrittenKeyword(List<String> parts) {

  /** Brackets are a class in a keyword that ends in one. */
  static WrittenKeyword of(String written) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (int open = written.indexOf('[');
        open >= 0 && written.endsWith("]");
        open = written.indexOf('[', at)) {
      parts.add(written.substring(at, open));
      at = written.indexOf(']', open) + 1;
      parts.add(written.substring(open, at));
    }
    parts.add(written.substring(at));
    parts.removeIf(String::isEmpty);
    return new WrittenKeyword(List.copyOf(parts));
  }

  private boolean isClass(String part) {
    return part.length() > 1 && part.startsWith("[") && part.endsWith("]");
  }

  /** A text that it stands for: of each class the first. */
  String spelled() {
    return parts.stream()
        .map(part -> isClass(part) ? part.substring(1, 2) : part)
        .collect(Collectors.joining());
  }

  /** The longest of its texts; empty for none. */
  String longestText() {
    return parts.stream()
        .filter(part -> !isClass(part))
        .max(Comparator.comparing(String::length))
        .orElse("");
  }

  /** As every one of the engines reads it. */
  String regex() {
    return parts.stream()
        .map(part -> isClass(part) ? part : quoted(part))
        .collect(Collectors.joining());
  }

  private static String quoted(String text) {
    return text.chars()
        .mapToObj(
            c ->
                Character.isLetterOrDigit(c) || c == ' ' || c == '_'
                    ? "" + (char) c
                    : "\\" + (char) c)
        .collect(Collectors.joining());
  }
}
