package io.agenttool.guard.settings;

/**
 * What Guard writes into the system properties of its JVM, so that the commands, which ask from
 * outside, hear of it. For people to read: nothing in Guard believes them, as the application can
 * write them too.
 */
public final class Presence {
  /** Where its audit log is: {@code guard.dir}, absolute. There once Guard guards the JVM. */
  public static final String DIR = "io.agenttool.guard.dir";

  /** Why the last attach came to nothing; one line. */
  public static final String FAILURE = "io.agenttool.guard.failure";

  /** What passes by Guard, a line each; not there for nothing. */
  public static final String UNCOVERED = "io.agenttool.guard.uncovered";

  private Presence() {}
}
