package io.agenttool.guard.args;

/**
 * Scripts of sed that run commands: GNU's {@code e} command and the flag {@code e} of {@code s}.
 * What cannot be read counts as one.
 */
final class SedScript {
  private final String script;
  private int at;

  private SedScript(String script) {
    this.script = script;
  }

  static boolean mayRunCommands(String script) {
    return new SedScript(script).mayRun();
  }

  private boolean mayRun() {
    while (at < script.length()) {
      char c = script.charAt(at++);
      switch (c) {
        case ' ',
            '\t',
            '\n',
            ';',
            '{',
            '}',
            '!',
            ',',
            '$',
            '~',
            '+',
            '0',
            '1',
            '2',
            '3',
            '4',
            '5',
            '6',
            '7',
            '8',
            '9',
            'p',
            'P',
            'd',
            'D',
            'h',
            'H',
            'g',
            'G',
            'x',
            'n',
            'N',
            'q',
            'Q',
            '=',
            'l',
            'I',
            'M',
            'z',
            'F' -> {}
        case '/' -> {
          if (!delimited('/')) {
            return true;
          }
        }
        case 's' -> {
          if (substitutionRuns()) {
            return true;
          }
        }
        case 'y' -> {
          char delimiter = at < script.length() ? script.charAt(at++) : '\n';
          if (!twoParts(delimiter)) {
            return true;
          }
        }
        case '#', 'a', 'i', 'c', 'b', 't', 'T', ':', 'r', 'R', 'w', 'W' -> skipLine();
        default -> {
          return true;
        }
      }
    }
    return false;
  }

  private boolean substitutionRuns() {
    char delimiter = at < script.length() ? script.charAt(at++) : '\n';
    if (delimiter == '\n' || delimiter == '\\' || !twoParts(delimiter)) {
      return true;
    }
    while (at < script.length() && "gpiImM0123456789".indexOf(script.charAt(at)) >= 0) {
      at++;
    }
    if (at < script.length() && script.charAt(at) == 'w') {
      skipLine();
      return false;
    }
    return at < script.length() && " \t\n;}".indexOf(script.charAt(at)) < 0;
  }

  private boolean twoParts(char delimiter) {
    boolean first = delimited(delimiter);
    return first && delimited(delimiter);
  }

  /** Skips to behind the delimiter; a bracket expression is refused where it hides one. */
  private boolean delimited(char delimiter) {
    while (at < script.length()) {
      char c = script.charAt(at++);
      if (c == delimiter) {
        return true;
      }
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        int end = script.indexOf(']', Math.min(at + 2, script.length()));
        if (end >= 0 && script.substring(at, end).indexOf(delimiter) >= 0) {
          return false;
        }
      }
    }
    return false;
  }

  /** Text, labels and file names go to the end of the line (XCU, sed). */
  private void skipLine() {
    int end = script.indexOf('\n', at);
    String line = script.substring(at, end < 0 ? script.length() : end);
    // After a label GNU sed takes a command behind a semicolon or a brace.
    int stop =
        line.indexOf('}') < 0
            ? line.indexOf(';')
            : Math.min(line.indexOf('}'), (line + ';').indexOf(';'));
    char command = script.charAt(at - 1);
    boolean label = command == 'b' || command == 't' || command == 'T' || command == ':';
    at = label && stop >= 0 ? at + stop : end < 0 ? script.length() : end;
  }
}
