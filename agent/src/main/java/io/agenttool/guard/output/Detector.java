package io.agenttool.guard.output;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule pack, compiled: finds secrets in text. Immutable; used by many threads at once. */
final class Detector {
  private static final ThreadLocal<Scan> SCANS = ThreadLocal.withInitial(Scan::new);

  private final List<Rule> rules;
  private final KeywordFilter filter;
  private final Keyword[] keywords;
  private final int[] ruleOf;

  /** Made at the first hit of a rule's keywords; by two threads, it is the same. */
  private final @Nullable Recognizer[] recognizers;

  private final Set<String> markers = new HashSet<>();
  private final Names names = new Names(this);
  private int longestBefore;

  /** Made for the first stream; by two threads, it is the same. */
  private volatile @Nullable Beginnings beginnings;

  /** Compiles {@code rules}; where two find the same text, the earlier one names it. */
  Detector(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    List<Keyword> texts = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    recognizers = new @Nullable Recognizer[rules.size()];
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      longestBefore = Math.max(longestBefore, TokenRecognizer.longestBefore(rule));
      markers.add(rule.name());
      for (String keyword : rule.keywords()) {
        texts.add(
            rule.form() == Rule.Form.LITERAL
                ? Keyword.literal(keyword)
                : Keyword.of(keyword, rule.ignoreCase()));
        owners.add(i);
      }
    }
    filter = new KeywordFilter(texts);
    keywords = texts.toArray(Keyword[]::new);
    ruleOf = owners.stream().mapToInt(Integer::intValue).toArray();
  }

  /** All of them, in order. */
  List<Rule> rules() {
    return rules;
  }

  /** The rule of that index. */
  Rule rule(int index) {
    return rules.get(index);
  }

  /**
   * The secrets in {@code text}; {@code null} where there is none. What is returned is good until
   * this thread's next call.
   */
  @Nullable Matches find(String text) {
    if (text.length() < KeywordFilter.SHORTEST) {
      return null;
    }
    Scan scan = SCANS.get();
    Matches found = scan.run(this, text);
    return found.size() == 0 ? null : found;
  }

  /**
   * The secrets in a piece of text, from {@code floor} on, and where the first candidate begins
   * that more text will decide. Good until this thread's next call.
   */
  Matches find(String text, int floor, boolean complete) {
    return SCANS.get().run(this, text, floor, complete);
  }

  /** Where the longest beginning of a keyword starts that {@code text} ends with. */
  int partialKeyword(String text) {
    Beginnings known = beginnings;
    if (known == null) {
      known = new Beginnings(keywords);
      beginnings = known;
    }
    return known.start(text);
  }

  /** How many characters before its keyword a secret may begin. */
  int longestBefore() {
    return longestBefore;
  }

  /**
   * The rule by which {@code value} is a secret because of the name of what holds it, whatever it
   * looks like; {@code null} for none.
   */
  @Nullable Rule assigned(String name, String value) {
    if (name.length() < KeywordFilter.SHORTEST || value.length() < KeywordFilter.SHORTEST) {
      return null;
    }
    return names.isTelling(name) ? SCANS.get().named(this, name, value) : null;
  }

  /** Whether {@link #assigned} may give a rule for that name. */
  boolean isTelling(String name) {
    return SCANS.get().isTelling(this, name);
  }

  /** Whether that part of {@code text} lies in a marker of one of the rules. */
  boolean isMarked(String text, int start, int end) {
    return Markers.holds(text, start, end, markers);
  }

  KeywordFilter filter() {
    return filter;
  }

  Keyword keyword(int index) {
    return keywords[index];
  }

  int ruleOf(int keyword) {
    return ruleOf[keyword];
  }

  Recognizer recognizer(int rule) {
    Recognizer recognizer = recognizers[rule];
    if (recognizer == null) {
      recognizer = Recognizers.of(rules.get(rule));
      recognizers[rule] = recognizer;
    }
    return recognizer;
  }
}
