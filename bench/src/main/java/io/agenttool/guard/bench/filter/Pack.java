package io.agenttool.guard.bench.filter;

import io.agenttool.guard.bench.peers.GuardJarClasses;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that come with Guard, as plain regular expressions: what others can take of them. */
final class Pack {
  /**
   * A rule without what Guard's code checks besides.
   *
   * @param keywords the texts of which one is in every secret
   * @param ignoreCase whether they are found in any case
   * @param regex keyword and pattern, in the syntax that re2 and java.util.regex share
   */
  record PlainRule(List<String> keywords, boolean ignoreCase, String regex) {}

  private Pack() {}

  /** All of them, read from the guard.jar that is measured. */
  static List<PlainRule> of() {
    try {
      Class<?> packs = GuardJarClasses.here().loadClass("io.agenttool.guard.output.Packs");
      Method secrets = packs.getDeclaredMethod("secrets");
      secrets.setAccessible(true);
      List<PlainRule> plain = new ArrayList<>();
      for (Object rule : (List<?>) secrets.invoke(null)) {
        plain.add(plain(rule));
      }
      return plain;
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("no rules in this guard.jar", e);
    }
  }

  private static PlainRule plain(Object rule) throws ReflectiveOperationException {
    List<String> keywords = new ArrayList<>();
    List<String> alternatives = new ArrayList<>();
    for (Object each : (List<?>) get(rule, "keywords")) {
      String keyword = String.valueOf(each);
      int open = keyword.endsWith("]") ? keyword.indexOf('[') : -1;
      String text = open < 0 ? keyword : keyword.substring(0, open);
      keywords.add(text);
      alternatives.add(quoted(text) + (open < 0 ? "" : keyword.substring(open)));
    }
    boolean ignoreCase = Boolean.TRUE.equals(get(rule, "ignoreCase"));
    String keyword = (ignoreCase ? "(?i:" : "(?:") + String.join("|", alternatives) + ")";
    String before = orEmpty(find(rule, "before"));
    Object pattern = find(rule, "pattern");
    String value = pattern == null ? "[^\\s\"',;&]{4,}" : "(?:" + pattern + ")";
    String regex =
        switch (String.valueOf(get(rule, "form"))) {
          case "TOKEN" -> before + keyword + value;
          case "PASSWORD", "ASSIGNED" -> keyword + "[\"']?\\s*[:=]\\s*[\"']?" + value;
          case "USERINFO" -> keyword + "[^\\s/:@]*:[^\\s/@]+@";
          case "HEADER" -> keyword + "[\"']?:?\\s*[^\\r\\n\"']{8,}";
          case "BLOCK" -> keyword + "[A-Z ]*PRIVATE KEY[^-]*-----[^-]*-----END [A-Z ]*-----";
          default -> keyword;
        };
    return new PlainRule(keywords, ignoreCase, regex);
  }

  /** Quoted as every one of the engines reads it. */
  private static String quoted(String text) {
    return text.chars()
        .mapToObj(
            c ->
                Character.isLetterOrDigit(c) || c == ' ' || c == '_'
                    ? "" + (char) c
                    : "\\" + (char) c)
        .collect(Collectors.joining());
  }

  private static String orEmpty(@Nullable Object text) {
    return text == null ? "" : text.toString();
  }

  private static Object get(Object rule, String component) throws ReflectiveOperationException {
    return java.util.Objects.requireNonNull(find(rule, component), component);
  }

  private static @Nullable Object find(Object rule, String component)
      throws ReflectiveOperationException {
    Method accessor = rule.getClass().getDeclaredMethod(component);
    accessor.setAccessible(true);
    return accessor.invoke(rule);
  }

  /** What {@code java.util.regex} takes for the rule; {@code null} where it does not take it. */
  static @Nullable Pattern java(PlainRule rule) {
    try {
      return Pattern.compile(rule.regex());
    } catch (java.util.regex.PatternSyntaxException e) {
      return null;
    }
  }
}
