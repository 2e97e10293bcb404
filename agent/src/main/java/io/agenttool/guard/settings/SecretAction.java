package io.agenttool.guard.settings;

/** What happens to a secret in a result. */
public enum SecretAction {
  /** It becomes {@code [REDACTED_NAME]}. */
  REDACT,
  /** It becomes {@code [REDACTED_NAME ****WXYZ]}: a long one shows its last four characters. */
  MASK,
  /** It becomes {@code [REDACTED_NAME #…]}: equal secrets can be told to be equal, by this run. */
  HASH,
  /** The result is withheld. */
  DENY,
  /** Only the audit log hears of it. */
  WARN,
  /** It is not looked for. */
  OFF
}
