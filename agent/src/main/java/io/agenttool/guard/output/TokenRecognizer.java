package io.agenttool.guard.output;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.agenttool.guard.screen.LatePattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a token by what follows its keyword, and perhaps by what comes before. Where the
 * rule's pattern has a group, the group alone is the secret.
 */
final class TokenRecognizer implements Recognizer {
  /** How far a pattern that needs a machine may reach. */
  static final int WINDOW = 4096;

  private final @Nullable TokenPattern runs;
  private final @Nullable LatePattern machine;
  private final @Nullable TokenPattern before;
  private final boolean joined;
  private final Check[] checks;
  private final boolean valueOnly;

  TokenRecognizer(Rule rule) {
    String pattern = String.valueOf(rule.pattern());
    // a group around all of it: the keyword is not part of the secret
    valueOnly =
        pattern.startsWith("(")
            && pattern.indexOf(')') == pattern.length() - 1
            && !pattern.startsWith("(?");
    String inner = valueOnly ? pattern.substring(1, pattern.length() - 1) : pattern;
    runs = TokenPattern.of(inner, rule.ignoreCase());
    int flags = rule.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0;
    // only a pattern that says so itself stops the machine where nothing can match any more
    machine = runs == null ? new LatePattern("\\A(?:" + pattern + ")", flags) : null;
    before = before(rule);
    joined = rule.joined();
    checks = new Check[rule.checks().size()];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = Check.named(rule.checks().get(i));
    }
  }

  private static @Nullable TokenPattern before(Rule rule) {
    String lead = rule.before();
    return lead == null ? null : TokenPattern.of(lead, false);
  }

  /** How many characters before its keyword a secret of that rule may begin. */
  static int longestBefore(Rule rule) {
    TokenPattern before = before(rule);
    return before == null ? 0 : before.longest();
  }

  @Override
  public Decision decide(Candidate candidate) {
    int start = candidate.keyword;
    if (before != null) {
      int length = before.before(candidate.text, start);
      if (length < 0) {
        return Decision.NONE;
      }
      start -= length;
    }
    boolean leftJoined = candidate.isJoined(start);
    if (leftJoined && !joined && Candidate.isAlphanumeric(candidate.charAt(start))) {
      return Decision.NONE;
    }
    candidate.start = start;
    Decision decision = runs != null ? run(candidate, runs) : match(candidate);
    if (decision != Decision.FOUND) {
      return decision;
    }
    boolean rightJoined = Candidate.isAlphanumeric(candidate.charAt(candidate.end));
    if (rightJoined && !joined) {
      return Decision.NONE;
    }
    candidate.joined = leftJoined || rightJoined;
    return passes(candidate) ? Decision.FOUND : Decision.NONE;
  }

  private Decision run(Candidate candidate, TokenPattern runs) {
    int from = candidate.keywordEnd;
    int end = runs.end(candidate.text, from, candidate.complete);
    candidate.cost +=
        (end == TokenPattern.OPEN ? candidate.text.length() : Math.max(end, ~end)) - from;
    candidate.start = valueOnly ? from : candidate.start;
    candidate.end = end;
    if (end == TokenPattern.OPEN || (end == candidate.text.length() && !candidate.complete)) {
      return Decision.OPEN; // what follows decides whether the token ends here
    }
    return end < 0 ? Decision.NONE : Decision.FOUND;
  }

  private Decision match(Candidate candidate) {
    int from = candidate.keywordEnd;
    int to = Math.min(candidate.text.length(), from + WINDOW);
    Window window = new Window(candidate.text, from, to);
    Matcher matcher = java.util.Objects.requireNonNull(machine).get().matcher(window);
    boolean matches = matcher.lookingAt();
    candidate.cost += 32 + 16 * window.furthest();
    if (!candidate.complete && from + window.furthest() >= candidate.text.length()) {
      return Decision.OPEN;
    }
    if (!matches) {
      return Decision.NONE;
    }
    boolean grouped = matcher.groupCount() > 0 && matcher.start(1) >= 0;
    candidate.start = grouped ? from + matcher.start(1) : candidate.start;
    int end = from + (grouped ? matcher.end(1) : matcher.end());
    if (end == from + WINDOW) {
      end = beyond(candidate.text, end);
    }
    candidate.end = end;
    return Decision.FOUND;
  }

  /** Where a token ends that is longer than the window. */
  private static int beyond(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Candidate.isAlphanumeric(text.charAt(end))
            || "-_.+/=~".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  /** Whether what is found is a value that a person may have chosen. */
  private boolean isHumanMade() {
    return valueOnly || (machine != null && machine.get().groupCount() > 0);
  }

  private boolean passes(Candidate candidate) {
    String text = candidate.text;
    boolean stand =
        isHumanMade()
            ? Placeholders.covers(text, candidate.start, candidate.end)
            : Placeholders.isExample(text, candidate.keywordEnd, candidate.end);
    if (stand) {
      return false;
    }
    for (Check check : checks) {
      if (!check.passes(candidate)) {
        return false;
      }
    }
    return true;
  }
}
