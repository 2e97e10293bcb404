package io.agenttool.guard.settings;

/** What happens to text that reads like instructions to a model. Always recorded as a warning. */
public enum InjectionAction {
  /** What was recognised becomes {@code [BLOCKED]}; the call goes on. */
  REPLACE,
  /** The call is denied. */
  DENY,
  /** Only the audit log hears of it. */
  WARN
}
