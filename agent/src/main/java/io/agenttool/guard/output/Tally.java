package io.agenttool.guard.output;

/** Hears of what was found in a text. */
interface Tally {
  /** The rule {@code secret.aws-access-key}, or {@code domain}, found something once. */
  void found(String rule);
}
