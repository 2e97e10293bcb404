package io.agenttool.guard.bench.filter;

import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import io.agenttool.guard.bench.filter.Pack.PlainRule;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/** Which of the rules each engine can be given. The others are left out of what it looks for. */
public final class Taken {
  /** A shorter text is no keyword to look for: it is nearly everywhere. */
  private static final int SHORTEST = 3;

  private Taken() {}

  /**
   * How many an engine takes of how many: {@code 219 of 220}.
   *
   * @param jar the guard.jar whose rules they are
   */
  public static String of(Engine engine, Path jar) {
    List<PlainRule> rules = Pack.of(jar);
    Predicate<PlainRule> takes =
        switch (engine) {
          case GUARD -> rule -> true;
          case RE2_IN_TURN, RE2_IN_ONE -> Taken::byRe2;
          case JAVA_IN_TURN, JAVA_IN_ONE -> Taken::byJava;
          case AHO_CORASICK -> Taken::byAhoCorasick;
          case HYPERSCAN -> Taken::byHyperscan;
        };
    try {
      return rules.stream().filter(takes).count() + " of " + rules.size();
    } catch (LinkageError | RuntimeException e) {
      return "none: " + e.getMessage();
    }
  }

  static boolean byRe2(PlainRule rule) {
    try {
      var unused = com.google.re2j.Pattern.compile(rule.regex());
      return true;
    } catch (com.google.re2j.PatternSyntaxException e) {
      return false;
    }
  }

  static boolean byJava(PlainRule rule) {
    try {
      var unused = java.util.regex.Pattern.compile(rule.regex());
      return true;
    } catch (java.util.regex.PatternSyntaxException e) {
      return false;
    }
  }

  static boolean byAhoCorasick(PlainRule rule) {
    return rule.literals().stream().allMatch(literal -> literal.length() >= SHORTEST);
  }

  static boolean byHyperscan(PlainRule rule) {
    return expression(rule, 0).validate().isValid();
  }

  /** Once a rule: it reports every end of a match, which others do not. */
  static Expression expression(PlainRule rule, int id) {
    return new Expression(rule.regex(), EnumSet.of(ExpressionFlag.SINGLEMATCH), id);
  }
}
