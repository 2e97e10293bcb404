package io.agenttool.guard.settings;

/** What happens to a secret in a result. */
public enum SecretAction {
  /** It becomes {@code [REDACTED_NAME]}. */
  REDACT,
  /** The result is withheld. */
  DENY,
  /** Only the audit log hears of it. */
  WARN
}
