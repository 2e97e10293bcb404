package io.agenttool.guard.settings;

/** What an argument's text is for; the constants of {@code io.agenttool.ToolArg.Kind}. */
public enum ArgKind {
  /** Text with no further meaning. */
  TEXT,
  /** A command line for a POSIX shell. */
  COMMAND,
  /** The path of a file or a folder. */
  PATH
}
