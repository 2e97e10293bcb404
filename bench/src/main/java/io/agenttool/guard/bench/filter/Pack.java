package io.agenttool.guard.bench.filter;

import io.agenttool.guard.bench.calls.Fork;
import io.agenttool.guard.bench.peers.GuardJarClasses;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that come with Guard, as plain regular expressions: what others can take of them. */
final class Pack {
  /**
   * A rule without what Guard's code checks besides.
   *
   * @param keywords for each of its keywords a text that it stands for
   * @param literals of each keyword the longest part that is a text, and no class
   * @param regex keyword and pattern, in the syntax that re2 and java.util.regex share
   */
  record PlainRule(List<String> keywords, List<String> literals, String regex) {}

  private Pack() {}

  /** All of them, read from the guard.jar that is measured. */
  static List<PlainRule> of() {
    return of(Fork.guardJar());
  }

  /** The same of that guard.jar. */
  static List<PlainRule> of(Path jar) {
    try {
      Class<?> packs = new GuardJarClasses(jar).loadClass("io.agenttool.guard.output.Packs");
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
    List<String> literals = new ArrayList<>();
    List<String> alternatives = new ArrayList<>();
    for (Object each : (List<?>) get(rule, "keywords")) {
      WrittenKeyword keyword = WrittenKeyword.of(String.valueOf(each));
      keywords.add(keyword.spelled());
      literals.add(keyword.longestText());
      alternatives.add(keyword.regex());
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
    return new PlainRule(keywords, literals, regex);
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
}
