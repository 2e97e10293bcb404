package io.agenttool.guard.configuration;

/** Reads lines of {@code NAME=value}: with {@code export}, quotes and comments, or without. */
final class DotEnv {
  private static final String EXPORT = "export ";

  private DotEnv() {}

  static void read(String text, Values values) {
    text.lines().forEach(line -> readLine(line.strip(), values));
  }

  private static void readLine(String line, Values values) {
    int equals = line.indexOf('=');
    if (equals <= 0 || line.startsWith("#")) {
      return;
    }
    String name = line.substring(line.startsWith(EXPORT) ? EXPORT.length() : 0, equals).strip();
    values.value(name, value(line.substring(equals + 1).strip()));
  }

  private static String value(String written) {
    char quote = written.isEmpty() ? ' ' : written.charAt(0);
    if (quote == '"' || quote == '\'') {
      int end = written.indexOf(quote, 1);
      return end < 0 ? written.substring(1) : written.substring(1, end);
    }
    int comment = written.indexOf(" #");
    return comment < 0 ? written : written.substring(0, comment).strip();
  }
}
