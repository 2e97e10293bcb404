package io.agenttool.guard.settings;

/**
 * Something that the user wrote cannot be what was meant. The message is one line for the user:
 * where it stands, what it says, what would be right.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param where {@code guard.yaml:3:5}, {@code system property guard.mode}, {@code @ToolArg on
   *     a.b.C#run}
   * @param what what is wrong and what would be right
   */
  public SettingsException(String where, String what) {
    super(where + ": " + what);
  }
}
