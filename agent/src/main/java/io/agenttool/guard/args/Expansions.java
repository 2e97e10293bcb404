package io.agenttool.guard.args;

/** What follows a dollar sign: {@code ${...}}, {@code $((...))}, {@code $'...'}. */
final class Expansions {
  private static final String OPERATORS = "-=?+#%/^,";
  private static final String ARITHMETIC = "_ \t+*/%<>=!&|^~?:,$-";

  private Expansions() {}

  /**
   * Reads the rest of {@code ${...}} (XCU 2.6.2). Quotes inside are read differently by different
   * shells, and bash's own operators can run commands ({@code ${x@P}}, {@code ${!x}}, the
   * arithmetic of {@code ${x:y}}): neither is read.
   *
   * @return whether it can become several words even between quotes
   */
  static boolean parameter(ShellLexer lexer) throws Unreadable {
    if (lexer.peek() == '#') {
      lexer.at++;
      if (lexer.peek() == '}') {
        lexer.at++;
        return false;
      }
    }
    String name = lexer.name();
    boolean list = false;
    if (name.isEmpty()) {
      char c = lexer.peek();
      if ("@*?$-0123456789".indexOf(c) < 0) {
        throw intricate();
      }
      list = c == '@';
      do {
        lexer.at++;
      } while (c >= '0' && c <= '9' && lexer.peek() >= '0' && lexer.peek() <= '9');
    }
    if (lexer.peek() != '}') {
      operator(lexer, name);
      word(lexer);
    }
    lexer.at++;
    return list;
  }

  private static void operator(ShellLexer lexer, String name) throws Unreadable {
    boolean colon = lexer.peek() == ':';
    if (colon) {
      lexer.at++;
    }
    char c = lexer.peek();
    if (c == ShellLexer.END || (colon ? "-=?+" : OPERATORS).indexOf(c) < 0) {
      throw intricate();
    }
    if (c == '=') {
      lexer.assigns(name);
    }
    lexer.at++;
  }

  private static void word(ShellLexer lexer) throws Unreadable {
    ShellLexer.Pieces ignored = new ShellLexer.Pieces();
    while (lexer.peek() != '}') {
      switch (lexer.peek()) {
        case ShellLexer.END, '\n', '\'', '"', '\\', '{', '(', ')' -> throw intricate();
        case '$' -> {
          int start = lexer.at++;
          char next = lexer.peek();
          if (next != '(' && next != '{' && !ShellLexer.isNameStart(next)) {
            throw intricate();
          }
          lexer.at = start;
          nested(lexer, ignored);
        }
        case '`' -> lexer.backquote(ignored, false);
        default -> lexer.at++;
      }
    }
  }

  private static void nested(ShellLexer lexer, ShellLexer.Pieces ignored) throws Unreadable {
    lexer.nesting++;
    if (lexer.nesting > ShellLexer.MAX_DEPTH) {
      throw intricate();
    }
    lexer.dollar(ignored, false);
    lexer.nesting--;
  }

  private static Unreadable intricate() {
    return new Unreadable("an expansion ${...} that shells read differently");
  }

  /**
   * Reads the rest of {@code $((...))} (XCU 2.6.4). Only numbers, names and operators: bash runs
   * the commands in an array index of an expression, also where it comes from a variable's value.
   */
  static void arithmetic(ShellLexer lexer) throws Unreadable {
    int open = 0;
    boolean names = false;
    while (true) {
      char c = lexer.peek();
      lexer.at++;
      if (c == '(') {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      } else if (c == ')' && lexer.peek() == ')') {
        lexer.at++;
        break;
      } else if (c == '$' && (lexer.peek() == '(' || lexer.peek() == '{')) {
        throw arithmetic();
      } else if (Character.isLetter(c) && c < 0x80) {
        names = true;
      } else if (c == ShellLexer.END || !(isDigit(c) || ARITHMETIC.indexOf(c) >= 0)) {
        throw arithmetic();
      }
    }
    if (names && lexer.text.indexOf('[') >= 0) {
      throw arithmetic();
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Unreadable arithmetic() {
    return new Unreadable("arithmetic of more than numbers, names and operators");
  }

  /**
   * Reads the rest of {@code $'...'} (XCU 2.2.4). {@code \'} ends it for dash and does not for
   * bash, so that it can hide a command from one of them.
   */
  static String ansi(ShellLexer lexer) throws Unreadable {
    StringBuilder out = new StringBuilder();
    String text = lexer.text;
    while (true) {
      if (lexer.at >= text.length()) {
        throw new Unreadable("a quote that is not closed");
      }
      char c = text.charAt(lexer.at++);
      if (c == '\'') {
        return out.toString();
      }
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = lexer.at < text.length() ? text.charAt(lexer.at++) : ShellLexer.END;
      switch (escape) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'a' -> out.append('\u0007');
        case 'b' -> out.append('\b');
        case 'e', 'E' -> out.append('\u001B');
        case 'f' -> out.append('\f');
        case 'v' -> out.append('\u000B');
        case '\\', '"', '?' -> out.append(escape);
        case 'x' -> code(lexer, out, 16, 2);
        case 'u' -> code(lexer, out, 16, 4);
        case 'U' -> code(lexer, out, 16, 8);
        case '0', '1', '2', '3', '4', '5', '6', '7' -> {
          lexer.at--;
          code(lexer, out, 8, 3);
        }
        default -> throw new Unreadable("an escape in $'...' that shells read differently");
      }
    }
  }

  private static void code(ShellLexer lexer, StringBuilder out, int radix, int digits)
      throws Unreadable {
    int value = 0;
    int count = 0;
    while (count < digits && lexer.at < lexer.text.length()) {
      int digit = Character.digit(lexer.text.charAt(lexer.at), radix);
      if (digit < 0) {
        break;
      }
      value = value * radix + digit;
      lexer.at++;
      count++;
    }
    if (value <= 0 || value >= 0x80) {
      throw new Unreadable("a code in $'...' that is not ASCII");
    }
    out.append((char) value);
  }
}
