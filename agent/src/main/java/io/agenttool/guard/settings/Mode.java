package io.agenttool.guard.settings;

/** Whether decisions bind. */
public enum Mode {
  /** What is denied does not run. */
  ENFORCE,
  /** Every decision is made and recorded, and everything is let through as it came. */
  MONITOR
}
