package io.agenttool.guard.call;

/**
 * Something that a stage saw in a call, for the audit log. It never holds the text that was found.
 *
 * @param rule what was looked for, such as {@code injection.ignore-instructions} or {@code
 *     secret.AWS_KEY}
 * @param where the place: {@code args.command}, {@code result.customer.notes[3]}
 * @param action what was done about it
 * @param count how often, at least 1
 */
public record Finding(String rule, String where, Action action, int count) {

  /** What was done about a finding. */
  public enum Action {
    /** Nothing but this record. */
    WARNED,
    /** The text was replaced by a marker. */
    REPLACED,
    /** The call was denied, or its result withheld. */
    DENIED,
    /** {@code mode: monitor}: it would have been denied. */
    WOULD_DENY
  }
}
