package io.agenttool.guard.output;

/** Where the value of an assignment begins and ends, from the end of its key's name. */
final class AssignedValue {
  private static final int LONGEST_GAP = 16;
  private static final int LONGEST_VALUE = 4096;

  private final String text;
  private final int name;
  private int at;
  private int start;
  private int end;
  private boolean quoted;
  private boolean tight;
  private boolean ranOut;

  /**
   * @param name where the keyword begins in the key's name
   * @param nameEnd where the name ends, exclusive
   */
  AssignedValue(String text, int name, int nameEnd) {
    this.text = text;
    this.name = name;
    this.at = nameEnd;
  }

  /** Where the value begins, after its quote. */
  int start() {
    return start;
  }

  /** Where it ends, before its quote. */
  int end() {
    return end;
  }

  /** Whether it stands in quotes. */
  boolean quoted() {
    return quoted;
  }

  /** Whether it follows {@code =} with no space, as in properties, URLs, shells and logs. */
  boolean tight() {
    return tight;
  }

  /** Whether the text ended before the value did. */
  boolean ranOut() {
    return ranOut;
  }

  /** Whether nothing follows on the line. */
  boolean endsLine() {
    return peek(end) == '\n' || peek(end) == '\r' || end >= text.length();
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

  /** Finds the value; {@code false} where nothing is assigned. */
  boolean find() {
    if (skipOperator()) {
      skipBlanks();
      readValue();
      return end > start;
    }
    return false;
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
      tight &= peek(at) != ' ' && peek(at) != '\t';
      return !(c == ':' && peek(at) == ':');
    }
    if (c == '>' && at == closed) {
      at++;
      return true;
    }
    if (skipText("%3D") || skipText("%3d") || skipText("%3A") || skipText("%3a")) {
      tight = true;
      return true;
    }
    return skipValueKey() || isOption(closed) || isSql(closed);
  }

  /**
   * {@code <property name="password" value="…"/>}, <code>{"name": "PASSWORD", "value": "…"}</code>.
   */
  private boolean skipValueKey() {
    int back = at;
    skip(",;\"' \t\r\n\\-");
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

  private void readValue() {
    int slashes = 0;
    while (peek(at + slashes) == '\\') {
      slashes++;
    }
    char quote = peek(at + slashes);
    if (quote == '"' || quote == '\'' || quote == '`') {
      at += slashes + 1;
      start = at;
      quoted = true;
      readQuoted(quote, slashes);
    } else if (skipText("&quot;") || skipText("%22")) {
      String closing =
          text.substring(text.lastIndexOf(peek(at - 1) == ';' ? '&' : '%', at - 1), at);
      start = at;
      quoted = true;
      int closed = text.indexOf(closing, at);
      end = closed < 0 || closed > at + LONGEST_VALUE ? Math.min(text.length(), at) : closed;
      ranOut |= closed < 0 && text.length() < at + LONGEST_VALUE;
    } else {
      start = at;
      readBare();
    }
  }

  private void readQuoted(char quote, int slashes) {
    int limit = Math.min(text.length(), start + LONGEST_VALUE);
    int run = 0;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (c == quote && (slashes == 0 ? run % 2 == 0 : run <= slashes)) {
        if (slashes == 0 && quote == '\'' && i > start && peek(i + 1) == '\'') {
          i++; // '' inside of an SQL literal
          continue;
        }
        end = i - (slashes == 0 ? 0 : run);
        return;
      }
      if (c == '\n' && quote != '`') {
        end = i;
        return;
      }
      run = c == '\\' ? run + 1 : 0;
    }
    end = limit;
    ranOut |= limit == text.length();
  }

  private void readBare() {
    int limit = Math.min(text.length(), start + LONGEST_VALUE);
    int open = 0;
    int i = start;
    for (; i < limit; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || "\"'`<>&".indexOf(c) >= 0 || (c == '\\' && isEscape(peek(i + 1)))) {
        break;
      }
      open += c == '(' || c == '[' || c == '{' ? 1 : 0;
      if ((c == ')' || c == ']' || c == '}') && --open < 0) {
        break;
      }
      if ((c == ',' || c == ';') && separates(i)) {
        break;
      }
    }
    end = i;
    if (end > start && (peek(end - 1) == '.' || peek(end - 1) == ':') && peek(end) <= ' ') {
      end--; // the end of a sentence
    }
    ranOut |= i == text.length();
  }

  private static boolean isEscape(char c) {
    return c == 'n' || c == 'r' || c == 't' || c == '"' || c == '\'' || c == 'u';
  }

  /** Whether the comma or semicolon at {@code i} ends the value: another key or a blank follows. */
  private boolean separates(int i) {
    int j = i + 1;
    while (j - i < 40 && (Candidate.isAlphanumeric(peek(j)) || "_-. ".indexOf(peek(j)) >= 0)) {
      if (peek(j) == ' ' && j == i + 1) {
        return true;
      }
      j++;
    }
    return j == i + 1 || j >= text.length() || peek(j) == '=' || peek(j) == ':';
  }

  private void skip(String characters) {
    int limit = at + LONGEST_GAP;
    while (at < limit && at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void skipBlanks() {
    skip(" \t");
  }

  private boolean skipText(String expected) {
    if (text.startsWith(expected, at)) {
      at += expected.length();
      return true;
    }
    ranOut |= text.length() - at < expected.length() && expected.startsWith(text.substring(at));
    return false;
  }

  private char peek(int i) {
    if (i >= text.length()) {
      ranOut = true;
      return ' ';
    }
    return i < 0 ? ' ' : text.charAt(i);
  }
}
