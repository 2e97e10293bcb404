package io.agenttool.guard.output;

import com.google.re2j.Pattern;
import io.agenttool.guard.call.Denied;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what has no keyword to be found by: personal data, secrets of the user's rules without
 * one, and the application's own that are not in ASCII. Each is searched for in the whole text,
 * which takes linear time, and a hundred times that of rules with keywords. Immutable.
 */
final class SlowLane {
  /** The longest text, in characters, that is searched for a secret of the user's. */
  static final int LONGEST = 1 << 20;

  private static final String PHONE = "phone";

  private record Kind(Rule rule, boolean personal, Search search, List<Check> checks) {
    /** Whether a match can be of any length: others end with their line. */
    boolean isEndless() {
      return !personal && search instanceof PatternSearch;
    }

    String finding() {
      return (personal ? "personal." : "secret.") + rule.id();
    }
  }

  private final List<Kind> kinds;
  private final Set<String> names;
  private final boolean bounded;

  private SlowLane(List<Kind> kinds, Set<String> names) {
    this.kinds = kinds;
    this.names = names;
    this.bounded = kinds.stream().anyMatch(Kind::isEndless);
  }

  /**
   * What of the book has no keywords.
   *
   * @param phones finds phone numbers in place of their rule's pattern; {@code null} for none
   */
  static SlowLane of(RuleBook book, @Nullable PhoneNumbers phones) {
    List<Kind> kinds = new ArrayList<>();
    book.slow().forEach(rule -> kinds.add(kind(rule, false, null)));
    book.personal()
        .forEach(rule -> kinds.add(kind(rule, true, PHONE.equals(rule.id()) ? phones : null)));
    return new SlowLane(kinds, book.names());
  }

  private static Kind kind(Rule rule, boolean personal, @Nullable Search search) {
    String sought = String.valueOf(rule.pattern());
    Search own =
        rule.form() == Rule.Form.LITERAL
            ? new TextSearch(sought)
            : new PatternSearch(Pattern.compile(sought));
    return new Kind(
        rule,
        personal,
        search == null ? own : search,
        rule.checks().stream().map(Check::named).toList());
  }

  /** That part of the lane; {@code null} for none of it. */
  @Nullable SlowLane only(Predicate<Rule> which) {
    List<Kind> some = kinds.stream().filter(kind -> which.test(kind.rule())).toList();
    return some.isEmpty() ? null : some.size() == kinds.size() ? this : new SlowLane(some, names);
  }

  /** Whether a match can be of any length, so that a stream has to be there in whole. */
  boolean bounded() {
    return bounded;
  }

  /**
   * The text without what is found; {@code text} itself where there is none.
   *
   * @throws Denied where the text is too long to be searched
   */
  String redact(String text, @Nullable Tally tally, Marks marks) {
    checkLength(text.length());
    String clean = text;
    for (Kind kind : kinds) {
      String before = clean;
      clean = Markers.between(before, names, part -> redact(kind, part, tally, marks));
    }
    return clean;
  }

  /**
   * Where {@code text} can be cut, at or before {@code limit}, so that no text is that is known to
   * the letter, though its rest has not come yet.
   */
  int uncut(String text, int from, int limit) {
    int uncut = limit;
    for (Kind kind : kinds) {
      if (kind.search() instanceof TextSearch literal) {
        uncut = literal.uncut(text, from, uncut);
      }
    }
    return uncut;
  }

  /** Refuses a text of so many characters that searching it would take too long. */
  void checkLength(int length) {
    if (bounded && length > LONGEST) {
      throw new Denied(
          "output.size",
          "a text of more than "
              + LONGEST
              + " characters cannot be searched by a rule without keywords");
    }
  }

  /** What stands in the place of a secret. */
  interface Marks {
    String mark(Rule rule, String secret);
  }

  private static String redact(Kind kind, String text, @Nullable Tally tally, Marks marks) {
    Search.Found found = kind.search().in(text);
    StringBuilder clean = null;
    int copied = 0;
    while (found.next()) {
      int start = found.start();
      int end = found.end();
      if (start == end || start < copied || !stands(kind, text, start, end)) {
        continue;
      }
      clean = clean == null ? new StringBuilder(text.length()) : clean;
      clean.append(text, copied, start);
      clean.append(marks.mark(kind.rule(), text.substring(start, end)));
      copied = end;
      if (tally != null) {
        tally.found(kind.finding());
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
    boolean joined =
        (Candidate.isAlphanumeric(candidate.charAt(start - 1))
                && Candidate.isAlphanumeric(candidate.charAt(start)))
            || (Candidate.isAlphanumeric(candidate.charAt(end))
                && Candidate.isAlphanumeric(candidate.charAt(end - 1)));
    return (!joined || kind.rule().joined())
        && kind.checks().stream().allMatch(check -> check.passes(candidate));
  }
}
