package io.agenttool.guard.settings;

import java.util.List;

/**
 * Something that the user wrote cannot be what was meant. The message is one line for the user:
 * where it stands, what it says, what would be right.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 80;

  /**
   * @param where {@code guard.yaml:3:5}, {@code system property guard.mode}, {@code @ToolArg on
   *     a.b.C#run}
   * @param what what is wrong and what would be right
   */
  public SettingsException(String where, String what) {
    super(oneLine(where + ": " + what));
  }

  /** Names of the user's can hold line ends, and a message is one line of a log. */
  private static String oneLine(String message) {
    StringBuilder line = new StringBuilder(message);
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i))) {
        line.setCharAt(i, '\ufffd');
      }
    }
    return line.toString();
  }

  /** {@code text} in quotes, short and on one line, for a message. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i == LONGEST) {
        return quoted.append("…'").toString();
      }
      quoted.append(c);
    }
    return quoted.append('\'').toString();
  }

  /** What to say of a word that is not known: the nearest one, and all of them. */
  public static String hint(String word, List<String> known) {
    String nearest = Nearest.of(word, known);
    String all = "known: " + String.join(", ", known);
    return nearest == null ? all : "did you mean '" + nearest + "'? " + all;
  }
}
