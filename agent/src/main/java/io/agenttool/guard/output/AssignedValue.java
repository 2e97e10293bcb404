package io.agenttool.guard.output;

/** Where the value of an assignment begins and ends, from the end of its key's name. */
final class AssignedValue {
  private static final int LONGEST_GAP = 16;
  private static final int LONGEST_VALUE = 4096;
  private static final int LONGEST_NAME = 64;

  private static final int SHORTEST_LOOSE = 8;

  private final BareRun bare = new BareRun();
  private String text = "";
  private int name;
  private int nameEnd;
  private boolean found;
  private int at;
  private int start;
  private int end;
  private boolean quoted;
  private boolean tight;
  private boolean loose;
  private boolean element;
  private boolean ranOut;

  /** Whether what comes before the keyword in the key's name was looked at. */
  private boolean asked;

  private boolean open;
  private int cost;
  private boolean judged;
  private boolean placeholder;

  /** Forgets the last one: what comes is in another text. */
  void clear(String text) {
    this.text = text;
    nameEnd = -1;
    bare.clear(text);
  }

  /**
   * Finds the value of a key; {@code false} where nothing is assigned. What another rule asked of
   * the same key is remembered.
   *
   * @param name where the keyword begins in the key's name
   * @param nameEnd where the name ends, exclusive
   */
  boolean find(int name, int nameEnd) {
    boolean known = nameEnd == this.nameEnd && (name == this.name || !asked);
    this.name = name;
    cost = 0;
    if (known) {
      return found;
    }
    this.nameEnd = nameEnd;
    at = nameEnd;
    start = nameEnd;
    end = nameEnd;
    quoted = false;
    tight = false;
    loose = false;
    element = false;
    ranOut = false;
    asked = false;
    judged = false;
    found = false;
    if (skipOperator()) {
      skipBlanks();
      readValue();
      found = end > start;
    }
    open = ranOut;
    cost += LONGEST_GAP;
    return found;
  }

  /** How many characters the last look took, about. */
  int cost() {
    return cost;
  }

  /** Where all of it stands. */
  String text() {
    return text;
  }

  /** Where the value begins, after its quote. */
  int start() {
    return start;
  }

  /** Where it ends, before its quote. */
  int end() {
    return end;
  }

  /** Whether it looks made by a machine. */
  boolean looksMade() {
    return (quoted || element) ? ValueForm.looksMade(text, start, end) : bare.looksMade(start, end);
  }

  /** Whether it stands where a secret would, or is what such keys hold besides. */
  boolean isPlaceholder() {
    if (!judged) {
      placeholder = ValueForm.isPlaceholder(text, start, end);
      judged = true;
    }
    return placeholder;
  }

  /** Whether it is a value for all that its place tells, and no code or sentence. */
  boolean isValue() {
    if (loose && (end - start < SHORTEST_LOOSE || !looksMade())) {
      return false;
    }
    if (element && text.substring(start, end).indexOf(' ') >= 0) {
      return false;
    }
    return quoted
        ? ",);".indexOf(text.charAt(start)) < 0 // 'Password: ', then the next argument
        : !isCode() && !isProse();
  }

  /** Whether it begins a sentence, as in a file of messages. */
  private boolean isProse() {
    return ValueForm.isForeign(text, start, end)
        || (goesOn() && ValueForm.isLetters(text, start, end));
  }

  /** Whether it reads as an expression, a type or a word of a sentence. */
  private boolean isCode() {
    if (ValueForm.isExpression(text, start, end)
        || (!tight && ValueForm.isCamel(text, start, end))
        || (ValueForm.isMember(text, start, end) && !inQuery())) {
      return true;
    }
    return !tight
        && ValueForm.isWord(text, start, end)
        && (ValueForm.hasCapital(text, start, end) || !endsLine() || !beginsLine());
  }

  /** Whether its key follows another one, as in URLs and connection strings. */
  private boolean inQuery() {
    return "?&;".indexOf(peek(nameStart() - 1)) >= 0;
  }

  /** Whether a key at the beginning of the line has a sentence for its value, as messages have. */
  private boolean goesOn() {
    int next = end + 1;
    while (next < text.length() && Character.isLetter(text.charAt(next))) {
      next++;
    }
    return peek(end) == ' '
        && (next > end + 1 || peek(next) > 127 || peek(next) == '\\')
        && peek(next) != '='
        && peek(next) != ':'
        && beginsLine();
  }

  /** Whether the text ended before the value did. */
  boolean ranOut() {
    return open;
  }

  /** Whether nothing follows on the line. */
  private boolean endsLine() {
    return peek(end) == '\n' || peek(end) == '\r' || end >= text.length();
  }

  /** Whether nothing but blanks, a dash and the key comes before on the line. */
  private boolean beginsLine() {
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

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
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

  private void readValue() {
    skipPrefix();
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
      cost += end - start;
    } else if (skipText("&quot;") || skipText("%22")) {
      String closing =
          text.substring(text.lastIndexOf(peek(at - 1) == ';' ? '&' : '%', at - 1), at);
      start = at;
      quoted = true;
      int closed = text.indexOf(closing, at);
      end = closed < 0 || closed > at + LONGEST_VALUE ? Math.min(text.length(), at) : closed;
      ranOut |= closed < 0 && text.length() < at + LONGEST_VALUE;
      cost += end - start;
    } else {
      start = at;
      readBare();
    }
  }

  /** {@code b'…'} in Python, {@code N'…'} in SQL, {@code @"…"} in C#. */
  private void skipPrefix() {
    int prefix = "bBrRuUfFN@$".indexOf(peek(at)) >= 0 ? 1 : 0;
    int quote = at + prefix;
    while (prefix > 0 && peek(quote) == '\\') {
      quote++;
    }
    if (prefix > 0 && (isQuote(peek(quote)) || text.startsWith("&quot;", quote))) {
      at++;
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
    if (element) {
      readElement();
    } else {
      end = bare.read(start);
      cost += bare.cost();
      ranOut |= bare.ranOut();
    }
    if (end > start && (peek(end - 1) == '.' || peek(end - 1) == ':') && peek(end) <= ' ') {
      end--; // the end of a sentence
    }
  }

  private void readElement() {
    int limit = Math.min(text.length(), start + LONGEST_VALUE);
    end = start;
    while (end < limit && !endsElement(text.charAt(end))) {
      end++;
    }
    cost += end - start;
    ranOut |= end == text.length();
  }

  private boolean endsElement(char c) {
    return c == '<' || c < ' ' || (c == '&' && text.startsWith("&lt;/", end));
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
