package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/**
 * What happens to each text of a result.
 *
 * @param redactor takes the secrets out
 * @param watched finds those that are recorded and left; {@code null} for none
 * @param domains takes URLs out; {@code null} where they are not looked at
 * @param screening takes orders to the model out; {@code null} where these are not looked for
 */
record TextFilter(
    Redactor redactor,
    @Nullable Redactor watched,
    @Nullable Domains domains,
    @Nullable Screening screening) {
  /** Takes nothing out. */
  static final TextFilter NONE = new TextFilter(new Redactor(Packs.none()), null);

  /** One that takes out secrets and URLs. */
  TextFilter(Redactor redactor, @Nullable Domains domains) {
    this(redactor, null, domains, null);
  }

  /** Whether there is nothing in the text to take out or to record. */
  boolean isClean(String text) {
    return (watched == null || watched.redact(text).equals(text))
        && redactor.redact(text).equals(text)
        && isInDomains(text)
        && (screening == null || screening.isClean(text));
  }

  /** The filtered value of the field, property or key {@code name}. */
  String clean(String name, String text, @Nullable Tally tally) {
    Rule kept = watched == null || tally == null ? null : watched.assigned(name, text);
    if (kept != null && tally != null) {
      tally.found("secret." + kept.id());
    }
    Rule rule = redactor.assigned(name, text);
    if (rule == null) {
      return clean(text, tally);
    }
    if (tally != null) {
      tally.found("secret." + rule.id());
    }
    return redactor.mark(rule, text);
  }

  /** Whether the value of something of that name is a secret for its name. */
  boolean isNamed(String name, String text) {
    return redactor.assigned(name, text) != null
        || (watched != null && watched.assigned(name, text) != null);
  }

  /** Whether secrets are found by keywords alone. */
  boolean needsOnlyKeywords() {
    return watched == null && redactor.slow() == null;
  }

  /** Whether there is no URL in it to take out. */
  boolean isInDomains(String text) {
    return domains == null || domains.redact(text, null).equals(text);
  }

  /** The filtered text; {@code text} itself where there is nothing to take out. */
  String clean(String text, @Nullable Tally tally) {
    if (watched != null && tally != null) {
      watched.redact(text, tally);
    }
    String clean = redactor.redact(text, tally);
    clean = domains == null ? clean : domains.redact(clean, tally);
    return screening == null ? clean : screening.clean(clean, tally);
  }
}
