package io.agenttool.guard.output;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what names a person: addresses, numbers. Slower than the secrets, having no keywords;
 * linear all the same. Immutable.
 */
final class PersonalData {
  private record Kind(Rule rule, Pattern pattern, List<Check> checks) {}

  private final List<Kind> kinds = new ArrayList<>();

  PersonalData(List<Rule> rules) {
    for (Rule rule : rules) {
      kinds.add(
          new Kind(
              rule,
              Pattern.compile(String.valueOf(rule.pattern())),
              rule.checks().stream().map(Check::named).toList()));
    }
  }

  /** The text without personal data; {@code text} itself where there is none. */
  String redact(String text, @Nullable Tally tally) {
    String clean = text;
    for (Kind kind : kinds) {
      clean = redact(kind, clean, tally);
    }
    return clean;
  }

  private static String redact(Kind kind, String text, @Nullable Tally tally) {
    Matcher matcher = kind.pattern().matcher(text);
    StringBuilder clean = null;
    int copied = 0;
    while (matcher.find()) {
      if (!stands(kind, text, matcher.start(), matcher.end())) {
        continue;
      }
      clean = clean == null ? new StringBuilder(text.length()) : clean;
      clean.append(text, copied, matcher.start()).append(kind.rule().marker());
      copied = matcher.end();
      if (tally != null) {
        tally.found("personal." + kind.rule().id());
      }
    }
    return clean == null ? text : clean.append(text, copied, text.length()).toString();
  }

  private static boolean stands(Kind kind, String text, int start, int end) {
    Candidate candidate = new Candidate();
    candidate.text = text;
    candidate.keyword = start;
    candidate.keywordEnd = start;
    candidate.start = start;
    candidate.end = end;
    return !Candidate.isAlphanumeric(candidate.charAt(start - 1))
        && !Candidate.isAlphanumeric(candidate.charAt(end))
        && kind.checks().stream().allMatch(check -> check.passes(candidate));
  }
}
