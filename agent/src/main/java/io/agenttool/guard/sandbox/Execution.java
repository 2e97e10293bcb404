package io.agenttool.guard.sandbox;

/**
 * How code ended in its container.
 *
 * @param success whether it ended by itself, with exit code 0
 * @param output its standard output
 * @param error its standard error, and a last line that says so where it was killed
 * @param exitCode its exit code; {@value #KILLED} where it was killed
 */
public record Execution(boolean success, String output, String error, int exitCode) {
  /** 128 and the number of SIGKILL, as a shell says it (POSIX, Shell Command Language 2.8.2). */
  public static final int KILLED = 137;
}
