package io.agenttool.guard.args;

/** Thrown for a command line of which it cannot be said what a shell would make of it. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the construct, to complete "the command has ..."; never text of the command
   */
  Unreadable(String what) {
    super(what, null, false, false);
  }

  /** What stands in the way. */
  String what() {
    return String.valueOf(getMessage());
  }
}
