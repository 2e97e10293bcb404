package io.agenttool.guard.call;

import org.jspecify.annotations.Nullable;

/** What a stage says of a call before its body runs. */
public sealed interface Verdict {

  /** The next stage is asked. */
  static Verdict proceed() {
    return Proceed.PROCEED;
  }

  /**
   * The body does not run and the caller gets a refusal.
   *
   * @param rule the rule that refused, {@code stage.argument.word}: {@code args.command.deny}
   * @param reason what was refused and what would be right, for the model and the audit log: a
   *     sentence without a secret
   */
  static Verdict deny(String rule, String reason) {
    return new Deny(rule, reason);
  }

  /** The body does not run; its caller gets {@code value}, filtered as a result is. */
  static Verdict answer(@Nullable Object value) {
    return new Answer(value);
  }

  /** See {@link #proceed()}. */
  enum Proceed implements Verdict {
    /** The one of them. */
    PROCEED
  }

  /** See {@link #deny}. */
  record Deny(String rule, String reason) implements Verdict {}

  /** See {@link #answer}. */
  record Answer(@Nullable Object value) implements Verdict {}
}
