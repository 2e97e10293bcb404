package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/**
 * What happens to each text of a result.
 *
 * @param redactor takes the secrets out
 * @param domains takes URLs out; {@code null} where they are not looked at
 */
record TextFilter(Redactor redactor, @Nullable Domains domains) {
  /** Takes nothing out. */
  static final TextFilter NONE = new TextFilter(Redactor.none(), null);

  /** The filtered value of the field, property or key {@code name}. */
  String clean(String name, String text, @Nullable Tally tally) {
    Rule rule = redactor.assigned(name, text);
    if (rule == null) {
      return clean(text, tally);
    }
    if (tally != null) {
      tally.found("secret." + rule.id());
    }
    return redactor.mark(rule, text);
  }

  /** Whether there is nothing to take out. */
  boolean isClean(String text) {
    return clean(text, null).equals(text);
  }

  /** Whether nothing is taken out of texts without keywords. */
  boolean needsOnlyKeywords() {
    return domains == null && redactor.needsOnlyKeywords();
  }

  /** The filtered text; {@code text} itself where there is nothing to take out. */
  String clean(String text, @Nullable Tally tally) {
    String clean = redactor.redact(text, tally);
    return domains == null ? clean : domains.redact(clean, tally);
  }
}
