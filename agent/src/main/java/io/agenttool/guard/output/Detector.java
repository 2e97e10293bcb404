package io.agenttool.guard.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule pack, compiled: finds secrets in text. Immutable; used by many threads at once. */
final class Detector {
  private static final ThreadLocal<Scan> SCANS = ThreadLocal.withInitial(Scan::new);

  private final List<Rule> rules;
  private final KeywordFilter filter;
  private final Keyword[] keywords;
  private final int[] ruleOf;
  private final Recognizer[] recognizers;

  /** Compiles {@code rules}; where two find the same text, the earlier one names it. */
  Detector(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    List<Keyword> texts = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    recognizers = new Recognizer[rules.size()];
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      recognizers[i] = Recognizers.of(rule);
      for (String keyword : rule.keywords()) {
        texts.add(Keyword.of(keyword, rule.ignoreCase()));
        owners.add(i);
      }
    }
    filter = new KeywordFilter(texts);
    keywords = texts.toArray(Keyword[]::new);
    ruleOf = owners.stream().mapToInt(Integer::intValue).toArray();
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
   * The rule by which {@code value} is a secret because of the name of what holds it, whatever it
   * looks like; {@code null} for none.
   */
  @Nullable Rule assigned(String name, String value) {
    if (name.length() < KeywordFilter.SHORTEST || value.length() < KeywordFilter.SHORTEST) {
      return null;
    }
    return SCANS.get().named(this, name, value);
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
    return recognizers[rule];
  }
}
