package io.agenttool.guard.args;

import io.agenttool.guard.args.Word.Cause;
import io.agenttool.guard.args.Word.Part;
import io.agenttool.guard.args.Word.Text;
import io.agenttool.guard.args.Word.Unknown;
import java.util.ArrayList;
import java.util.List;

/**
 * Words of the POSIX shell language (IEEE Std 1003.1-2024, XCU 2.2 to 2.6), with what bash adds
 * inside of words. What dash and bash read differently is not read at all.
 */
abstract class ShellLexer {
  static final char END = '\0';
  static final int MAX_DEPTH = 30;

  final String text;
  final int depth;
  int at;
  int nesting;

  ShellLexer(String text, int depth) throws Unreadable {
    if (depth > MAX_DEPTH) {
      throw new Unreadable("commands inside of commands, too deep");
    }
    this.text = text;
    this.depth = depth;
  }

  /** Reads the commands of a substitution, up to and with its closing parenthesis. */
  abstract void substitution() throws Unreadable;

  /** Reads the commands between backquotes. */
  abstract void backquoted(String commands) throws Unreadable;

  /** Hears of a variable that an expansion sets. */
  abstract void assigns(String name);

  /** The next character, line continuations skipped (XCU 2.2.1). */
  char peek() {
    while (text.startsWith("\\\n", at)) {
      at += 2;
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** Reads a word; it has no part where none begins here. */
  Word word() throws Unreadable {
    Pieces pieces = new Pieces();
    if (peek() == '#') {
      throw new Unreadable("a comment in the middle of a command");
    }
    while (true) {
      char c = peek();
      switch (c) {
        case END, ' ', '\t', '\n', ';', '&', '|', '(', ')' -> {
          return pieces.word();
        }
        case '<', '>' -> {
          if (!text.startsWith("(", at + 1)) {
            return pieces.word();
          }
          at += 2;
          substitution();
          pieces.unknown(Cause.SUBSTITUTION, false);
        }
        case '\\' -> {
          at++;
          if (at == text.length()) {
            throw new Unreadable("a backslash at its end");
          }
          pieces.text(text.charAt(at++), true);
        }
        case '\'' -> {
          int end = text.indexOf('\'', at + 1);
          if (end < 0) {
            throw new Unreadable("a quote that is not closed");
          }
          pieces.text(text.substring(at + 1, end), true);
          at = end + 1;
        }
        case '"' -> {
          at++;
          doubleQuoted(pieces, true);
        }
        case '$' -> dollar(pieces, false);
        case '`' -> backquote(pieces, false);
        case '*', '?' -> {
          at++;
          pieces.unknown(Cause.GLOB, false);
        }
        case '[' -> {
          at++;
          boolean first = pieces.isEmpty();
          boolean twice = first && peek() == '[';
          at += twice ? 1 : 0;
          if (first && isWordEnd(peek())) {
            pieces.text(twice ? "[[" : "[", false);
          } else {
            pieces.unknown(Cause.GLOB, false);
          }
        }
        case '{' -> openBrace(pieces);
        default -> {
          pieces.text(c, false);
          at++;
        }
      }
    }
  }

  private void openBrace(Pieces pieces) throws Unreadable {
    at++;
    if (pieces.isEmpty() && isWordEnd(peek())) {
      pieces.text('{', false);
    } else if (peek() == '}') {
      at++;
      pieces.text("{}", false);
    } else {
      pieces.unknown(Cause.BRACES, true);
    }
  }

  private static boolean isWordEnd(char c) {
    return switch (c) {
      case END, ' ', '\t', '\n', ';', '&', '|', '(', ')', '<', '>' -> true;
      default -> false;
    };
  }

  /** Reads up to the closing quote, or the whole of a here-document's text. */
  void doubleQuoted(Pieces pieces, boolean closed) throws Unreadable {
    pieces.text("", true);
    while (true) {
      char c = peek();
      if (c == END) {
        if (closed) {
          throw new Unreadable("a quote that is not closed");
        }
        return;
      }
      if (c == '"' && closed) {
        at++;
        return;
      }
      if (c == '$') {
        dollar(pieces, true);
      } else if (c == '`') {
        backquote(pieces, true);
      } else if (c == '\\') {
        at++;
        char next = at < text.length() ? text.charAt(at) : END;
        if (next == '$' || next == '`' || next == '\\' || (next == '"' && closed)) {
          at++;
          pieces.text(next, true);
        } else {
          pieces.text('\\', true);
        }
      } else {
        pieces.text(c, true);
        at++;
      }
    }
  }

  void dollar(Pieces pieces, boolean quoted) throws Unreadable {
    at++;
    char c = peek();
    if (c == '(') {
      at++;
      if (peek() == '(') {
        at++;
        Expansions.arithmetic(this);
        pieces.unknown(Cause.VARIABLE, !quoted);
      } else {
        substitution();
        pieces.unknown(Cause.SUBSTITUTION, !quoted);
      }
    } else if (c == '{') {
      at++;
      boolean list = Expansions.parameter(this);
      pieces.unknown(Cause.VARIABLE, !quoted || list);
    } else if (c == '[') {
      throw new Unreadable("an expansion $[...] that shells read differently");
    } else if (c == '\'' && !quoted) {
      at++;
      pieces.text(Expansions.ansi(this), true);
    } else if (c == '"' && !quoted) {
      at++;
      doubleQuoted(pieces, true);
    } else if (isNameStart(c)) {
      name();
      pieces.unknown(Cause.VARIABLE, !quoted);
    } else if ("@*#?$!-0123456789".indexOf(c) >= 0) {
      at++;
      pieces.unknown(Cause.VARIABLE, !quoted || c == '@');
    } else {
      pieces.text('$', quoted);
    }
  }

  /** Reads a variable's name, which may be empty. */
  String name() {
    StringBuilder name = new StringBuilder();
    while (isNameStart(peek()) || (!name.isEmpty() && peek() >= '0' && peek() <= '9')) {
      name.append(peek());
      at++;
    }
    return name.toString();
  }

  static boolean isNameStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  void backquote(Pieces pieces, boolean quoted) throws Unreadable {
    int end = text.indexOf('`', at + 1);
    if (end < 0) {
      throw new Unreadable("a backquote that is not closed");
    }
    String commands = text.substring(at + 1, end);
    if (commands.indexOf('\\') >= 0) {
      throw new Unreadable("a backslash between backquotes; use $(...)");
    }
    at = end + 1;
    backquoted(commands);
    pieces.unknown(Cause.SUBSTITUTION, !quoted);
  }

  /** A word in the making. */
  static final class Pieces {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean quoted;
    private boolean any;

    boolean isEmpty() {
      return parts.isEmpty() && !any;
    }

    void text(char c, boolean isQuoted) {
      text(String.valueOf(c), isQuoted);
    }

    void text(String more, boolean isQuoted) {
      if (any && quoted != isQuoted) {
        flush();
      }
      any = true;
      quoted = isQuoted;
      text.append(more);
    }

    void unknown(Cause cause, boolean splits) {
      flush();
      parts.add(new Unknown(cause, splits));
    }

    private void flush() {
      if (any) {
        parts.add(new Text(text.toString(), quoted));
        text.setLength(0);
        any = false;
      }
    }

    Word word() {
      flush();
      return new Word(parts);
    }
  }
}
