package io.agenttool.guard.output;

/** What stands between a key's name and its value: the ways in which values are given to names. */
final class Assignment extends Cursor {
  private static final int LONGEST_NAME = 64;

  private int name;

  /** Whether the value begins right behind the sign. */
  boolean tight;

  /** Whether it may well be none: an argument, a word after {@code is}. */
  boolean loose;

  /** Whether it is the content of an element. */
  boolean element;

  /** Whether what comes before the keyword in the key's name was looked at. */
  boolean asked;

  /**
   * Goes from the end of a name to where its value begins; {@code false} where nothing is assigned.
   *
   * @param name where the keyword begins in it
   */
  boolean skip(String text, int name, int nameEnd) {
    go(text, nameEnd);
    this.name = name;
    tight = false;
    loose = false;
    element = false;
    asked = false;
    if (!skipOperator()) {
      return false;
    }
    skipBlanks();
    return true;
  }

  /** The same name, of which the keyword begins elsewhere. */
  void name(int name) {
    this.name = name;
  }

  /** Whether its key follows another one, as in URLs and connection strings. */
  boolean inQuery() {
    return "?&;".indexOf(peek(nameStart() - 1)) >= 0;
  }

  /** Whether nothing but blanks, a dash and the key comes before on the line. */
  boolean beginsLine() {
    for (int i = name - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
      char c = text.charAt(i);
      if (!Candidate.isAlphanumeric(c) && " \t_-.\"'".indexOf(c) < 0) {
        return false;
      }
      if (c == ' ' && i > 0 && Candidate.isAlphanumeric(text.charAt(i - 1))) {
        return false;
      }
      if (name - i > 80) {
        return false;
      }
    }
    return true;
  }

  private boolean skipOperator() {
    int name = at;
    skip("\\\"'`])");
    skipText("&quot;");
    int closed = at;
    skipBlanks();
    char c = peek(at);
    if (c == '=' || c == ':') {
      tight = c == '=' && at == name;
      at++;
      boolean compared = c == '=' && (peek(at) == '=' || peek(at) == '~');
      while (peek(at) == '=' || peek(at) == '>' || (compared && peek(at) == '~')) {
        at++;
      }
      if (c == '=') {
        skipText("&gt;");
      } else {
        skipType();
      }
      tight &= peek(at) != ' ' && peek(at) != '\t';
      return !(c == ':' && peek(at) == ':');
    }
    if (at == closed && (c == '>' || text.startsWith("&gt;", at))) {
      at += c == '>' ? 1 : 4;
      element = true;
      return true;
    }
    if (c == '%' && (skipText("%3D") || skipText("%3d") || skipText("%3A") || skipText("%3a"))) {
      tight = true;
      return true;
    }
    if (skipValueKey()) {
      return true;
    }
    asked = true;
    return isOption(closed)
        || isSql(closed)
        || isStatement(closed)
        || skipArgument(closed)
        || skipVerb(closed);
  }

  /** {@code val password: String = "…"}: the type between the colon and the sign. */
  private void skipType() {
    int back = at;
    skipBlanks();
    int type = at;
    while (at - type < LONGEST_GAP
        && (Candidate.isAlphanumeric(peek(at)) || "_.?&<>[]".indexOf(peek(at)) >= 0)) {
      at++;
    }
    boolean typed = at > type && Candidate.isLetter(peek(type));
    skipBlanks();
    if (typed && peek(at) == '=' && peek(at + 1) == ' ') {
      at++;
    } else {
      at = back;
    }
  }

  /** {@code ENV PASSWORD value}, {@code set -x PASSWORD value}, {@code setenv PASSWORD value}. */
  private boolean isStatement(int closed) {
    tight = false;
    if (at == closed || peek(at) <= ' ') {
      return false;
    }
    int start = nameStart();
    tight =
        ends(start, "ENV ")
            || ends(start, "setenv ")
            || ends(start, "set -x ")
            || ends(start, "set -gx ");
    return tight;
  }

  /** {@code setPassword("…")}, {@code .password("…")}, {@code put("password", "…")}. */
  private boolean skipArgument(int closed) {
    if (peek(at) != ',' && peek(at) != '(') {
      return false;
    }
    int start = nameStart();
    boolean called = at == closed && peek(at) == '(';
    if (called) {
      int method = name;
      while (method > start && text.charAt(method - 1) != '.') {
        method--;
      }
      loose = method == name && method > start;
      called = loose || text.startsWith("set", method) || text.startsWith("with", method);
    } else if (peek(at) == ',' && isQuote(peek(closed - 1)) && isQuote(peek(start - 1))) {
      int open = start - 1;
      while (start - open < LONGEST_GAP && (peek(open - 1) == '\\' || peek(open - 1) == ' ')) {
        open--;
      }
      loose = true;
      called = peek(open - 1) == '(';
    }
    if (!called) {
      return false;
    }
    at++;
    skipBlanks();
    int quote = at;
    while (peek(quote) == '\\') {
      quote++;
    }
    return isQuote(peek(quote)) || text.startsWith("&quot;", at);
  }

  /** {@code the password is …}. */
  private boolean skipVerb(int closed) {
    at = closed;
    loose = skipText(" is ");
    return loose;
  }

  private int nameStart() {
    int start = name;
    while (name - start < LONGEST_NAME
        && start > 0
        && AssignedRecognizer.isNameCharacter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private boolean ends(int end, String expected) {
    return text.startsWith(expected, end - expected.length());
  }

  /**
   * {@code <property name="password" value="…"/>}, <code>{"name": "PASSWORD", "value": "…"}</code>.
   */
  private boolean skipValueKey() {
    int back = at;
    if (Candidate.isLetter(peek(at)) && "vVn".indexOf(peek(at)) < 0) {
      return false; // most often: the next word of a sentence
    }
    skip(",;\"' \t\r\n\\-");
    if (peek(at - 1) == '\\' && peek(at) == 'n') {
      at++; // a line break in a JSON string
    }
    skip("+# \t");
    if (skipText("value") || skipText("Value") || skipText("VALUE")) {
      skip("\"' \t\\");
      if (peek(at) == '=' || peek(at) == ':') {
        at++;
        return true;
      }
    }
    at = back;
    return false;
  }

  /** {@code --password value}: what is before the keyword in the name is not looked at twice. */
  private boolean isOption(int closed) {
    if (at == closed || peek(at) == '-') {
      return false;
    }
    int i = name;
    while (i > 0 && (Candidate.isAlphanumeric(text.charAt(i - 1)) || text.charAt(i - 1) == '-')) {
      i--;
    }
    tight = true;
    return text.startsWith("--", i) && (i == 0 || peek(i - 1) <= ' ');
  }

  /** {@code PASSWORD 'value'}. */
  private boolean isSql(int closed) {
    return at > closed && peek(at) == '\'';
  }
}
