package io.agenttool.guard.args;

import io.agenttool.guard.args.SimpleCommand.Redirect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds every simple command of a line: in pipes and lists, subshells, functions, branches and
 * loops, here-documents and substitutions (IEEE Std 1003.1-2024, XCU 2.9, 2.10).
 *
 * <p>What is not POSIX and is read differently by dash and bash ({@code [[}, {@code ((}, {@code
 * function}, {@code coproc}, {@code select}) is not read at all.
 */
final class ShellParser extends ShellLexer {
  private static final Set<String> CLOSERS =
      Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}");
  private static final Set<String> NOT_POSIX = Set.of("[[", "function", "coproc", "select");

  /** A here-document whose text is still to come. */
  private record Here(String delimiter, boolean stripsTabs, boolean literal) {}

  private final List<SimpleCommand> found;
  private Deque<Here> pending = new ArrayDeque<>();
  private int level;
  private @Nullable Word closer;

  private ShellParser(String text, int depth, List<SimpleCommand> found) throws Unreadable {
    super(text, depth);
    this.found = found;
  }

  /** Every simple command of {@code line}, inner ones before those that they stand in. */
  static List<SimpleCommand> parse(String line, int depth) throws Unreadable {
    List<SimpleCommand> found = new ArrayList<>();
    new ShellParser(line, depth, found).script();
    return found;
  }

  private void script() throws Unreadable {
    list();
    if (closer != null || at < text.length()) {
      throw new Unreadable("a closing word or parenthesis that nothing opened");
    }
    if (!pending.isEmpty()) {
      throw new Unreadable("a here-document that is not closed");
    }
  }

  @Override
  void substitution() throws Unreadable {
    Deque<Here> outer = pending;
    pending = new ArrayDeque<>();
    list();
    if (!pending.isEmpty()) {
      throw new Unreadable("a here-document that is not closed");
    }
    closeParenthesis();
    pending = outer;
  }

  @Override
  void backquoted(String commands) throws Unreadable {
    new ShellParser(commands, depth + level + 1, found).script();
  }

  @Override
  void assigns(String name) {
    found.add(new SimpleCommand(List.of(name), List.of(), List.of(), List.of()));
  }

  /** Reads commands up to the end, a closing parenthesis, or a closing word ({@link #closer}). */
  private void list() throws Unreadable {
    if (depth + ++level > MAX_DEPTH) {
      throw new Unreadable("commands inside of commands, too deep");
    }
    closer = null;
    while (true) {
      skipBlanks();
      char c = peek();
      if (c == '\n') {
        newline();
      } else if (c == '#') {
        comment();
      } else if (c == ';' || c == '&' || c == '|') {
        if (text.startsWith(";;", at)) {
          break;
        }
        at++;
      } else if (c == END || c == ')') {
        break;
      } else {
        command();
        if (closer != null) {
          break;
        }
      }
    }
    level--;
  }

  private void newline() throws Unreadable {
    at++;
    while (!pending.isEmpty()) {
      hereDocument(pending.removeFirst());
    }
  }

  private void comment() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private void hereDocument(Here here) throws Unreadable {
    StringBuilder body = new StringBuilder();
    while (true) {
      if (at >= text.length()) {
        throw new Unreadable("a here-document that is not closed");
      }
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end + 1;
      if (here.stripsTabs) {
        line = line.replaceFirst("^\t+", "");
      }
      if (line.equals(here.delimiter)) {
        break;
      }
      if (!here.literal && line.endsWith("\\")) {
        throw new Unreadable("a here-document with a line that ends in a backslash");
      }
      body.append(line).append('\n');
    }
    if (!here.literal) {
      new ShellParser(body.toString(), depth + level + 1, found).doubleQuoted(new Pieces(), false);
    }
  }

  private void command() throws Unreadable {
    if (peek() == '(') {
      at++;
      if (peek() == '(') {
        throw new Unreadable("an arithmetic command ((...))");
      }
      list();
      closeParenthesis();
      redirects();
      return;
    }
    Word first = word();
    String reserved = first.unquoted();
    if (reserved != null && CLOSERS.contains(reserved)) {
      closer = first;
      return;
    }
    switch (reserved == null ? "" : reserved) {
      case "!" -> {}
      case "time" -> skipTimeOption();
      case "{" -> {
        list();
        close("}");
        redirects();
      }
      case "if" -> {
        list();
        close("then");
        list();
        while (isClosed("elif")) {
          list();
          close("then");
          list();
        }
        if (isClosed("else")) {
          list();
        }
        close("fi");
        redirects();
      }
      case "while", "until" -> {
        list();
        close("do");
        list();
        close("done");
        redirects();
      }
      case "for" -> forLoop();
      case "case" -> caseClause();
      default -> {
        if (reserved != null && NOT_POSIX.contains(reserved)) {
          throw new Unreadable("the word " + reserved + ", which is not POSIX");
        }
        simple(first);
      }
    }
  }

  private void skipTimeOption() throws Unreadable {
    skipBlanks();
    int start = at;
    if (!"-p".equals(word().unquoted())) {
      at = start;
    }
  }

  private void forLoop() throws Unreadable {
    skipBlanks();
    String name = word().unquoted();
    if (name == null) {
      throw new Unreadable("a loop without a plain variable");
    }
    assigns(name);
    skipLines();
    Word in = word();
    if ("in".equals(in.unquoted())) {
      while (true) {
        skipBlanks();
        if (word().parts().isEmpty()) {
          break;
        }
      }
      if (peek() != ';' && peek() != '\n') {
        throw new Unreadable("a loop that cannot be read");
      }
      list();
    } else if ("do".equals(in.unquoted())) {
      closer = in;
    } else if (in.parts().isEmpty() && peek() == ';') {
      list();
    }
    close("do");
    list();
    close("done");
    redirects();
  }

  private void caseClause() throws Unreadable {
    skipBlanks();
    word();
    skipLines();
    if (!"in".equals(word().unquoted())) {
      throw new Unreadable("a case that cannot be read");
    }
    while (true) {
      skipLines();
      if (peek() == '(') {
        at++;
        skipBlanks();
      }
      Word pattern = word();
      if ("esac".equals(pattern.unquoted())) {
        break;
      }
      skipBlanks();
      while (peek() == '|') {
        at++;
        skipBlanks();
        word();
        skipBlanks();
      }
      closeParenthesis();
      list();
      if (isClosed("esac")) {
        break;
      }
      if (!text.startsWith(";;", at)) {
        throw new Unreadable("a case that cannot be read");
      }
      at += 2;
    }
    redirects();
  }

  private void skipLines() throws Unreadable {
    skipBlanks();
    while (peek() == '\n' || peek() == '#') {
      if (peek() == '#') {
        comment();
      } else {
        newline();
      }
      skipBlanks();
    }
  }

  private boolean isClosed(String word) {
    if (closer == null || !word.equals(closer.unquoted())) {
      return false;
    }
    closer = null;
    return true;
  }

  private void close(String word) throws Unreadable {
    if (!isClosed(word)) {
      throw new Unreadable("a branch, loop or group that is not closed");
    }
  }

  private void closeParenthesis() throws Unreadable {
    if (closer != null || peek() != ')') {
      throw new Unreadable("a parenthesis that is not closed");
    }
    at++;
  }

  /** Reads what may follow a compound command: redirections, then an operator. */
  private void redirects() throws Unreadable {
    List<Redirect> redirects = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    rest(new ArrayList<>(), new ArrayList<>(), words, redirects);
    if (words.stream().anyMatch(word -> !isDescriptor(word))) {
      throw new Unreadable("a word behind a closing word");
    }
    if (!redirects.isEmpty()) {
      found.add(new SimpleCommand(List.of(), List.of(), List.of(), redirects));
    }
  }

  private void simple(Word first) throws Unreadable {
    List<String> assigned = new ArrayList<>();
    List<Word> values = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    List<Redirect> redirects = new ArrayList<>();
    if (!first.parts().isEmpty() && !isDescriptor(first)) {
      String name = first.assigned();
      if (name == null) {
        words.add(first);
      } else {
        assigned.add(name);
        values.add(first);
      }
    }
    if (words.size() == 1 && isFunction()) {
      if (depth + ++level > MAX_DEPTH) {
        throw new Unreadable("commands inside of commands, too deep");
      }
      skipLines();
      command();
      level--;
      if (closer != null) {
        throw new Unreadable("a function without a body");
      }
      return;
    }
    rest(assigned, values, words, redirects);
    found.add(new SimpleCommand(assigned, values, words, redirects));
  }

  private boolean isFunction() throws Unreadable {
    skipBlanks();
    if (peek() != '(') {
      return false;
    }
    at++;
    skipBlanks();
    closeParenthesis();
    return true;
  }

  private void rest(
      List<String> assigned, List<Word> values, List<Word> words, List<Redirect> redirects)
      throws Unreadable {
    while (true) {
      skipBlanks();
      char c = peek();
      if (c == '(') {
        throw new Unreadable("a parenthesis behind a word");
      }
      if (c == '&' && text.startsWith(">", at + 1)) {
        bothRedirect(redirects);
        return;
      }
      if ((c == '<' || c == '>') && !text.startsWith("(", at + 1)) {
        redirects.add(redirect());
        continue;
      }
      if (c == '#') {
        return;
      }
      Word word = word();
      if (word.parts().isEmpty()) {
        return;
      }
      String name = words.isEmpty() ? word.assigned() : null;
      if (name != null) {
        assigned.add(name);
        values.add(word);
      } else if (!isDescriptor(word)) {
        words.add(word);
      }
    }
  }

  /** Whether digits are those of {@code 2>file}. */
  private boolean isDescriptor(Word word) {
    String digits = word.unquoted();
    return digits != null
        && (peek() == '<' || peek() == '>')
        && !digits.isEmpty()
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** {@code &>file}: for dash the command ends at the ampersand, and what follows is another. */
  private void bothRedirect(List<Redirect> redirects) throws Unreadable {
    at++;
    redirects.add(redirect());
    skipBlanks();
    if ("\n;&|)#".indexOf(peek()) < 0 && peek() != END) {
      throw new Unreadable("a word behind &>, which shells read differently");
    }
  }

  private Redirect redirect() throws Unreadable {
    StringBuilder operator = new StringBuilder().append(peek());
    at++;
    while (operator.length() < 3 && "<>&|-".indexOf(peek()) >= 0 && isOperator(operator, peek())) {
      operator.append(peek());
      at++;
    }
    skipBlanks();
    Word target = word();
    if (target.parts().isEmpty()) {
      throw new Unreadable("a redirection without its file");
    }
    if (operator.toString().equals("<<") || operator.toString().equals("<<-")) {
      String delimiter = target.literal();
      if (delimiter == null || !delimiter.matches("[A-Za-z0-9_.!-]+")) {
        throw new Unreadable("a here-document whose end is not a plain word");
      }
      pending.add(new Here(delimiter, operator.length() == 3, target.unquoted() == null));
    }
    return new Redirect(operator.toString(), target);
  }

  private static boolean isOperator(StringBuilder operator, char next) {
    return Set.of("<<", "<<-", "<<<", "<&", "<>", ">>", ">|", ">&")
        .contains(operator.toString() + next);
  }
}
