package io.agenttool.guard.settings;

/** What becomes of a tool that Guard found and cannot govern fully. */
public enum Ungoverned {
  /** Its calls are refused, where they can be. */
  DENY,
  /** It runs; that is said on standard error and in the ledger. */
  WARN
}
