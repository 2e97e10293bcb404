package io.agenttool.guard.args;

import io.agenttool.guard.args.SimpleCommand.Redirect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kind {@code command}: the text is read as a POSIX shell would, and every program that it runs
 * anywhere is held against the rules. What cannot be read is refused.
 *
 * <p>With {@code allow}, every program has to be in it, in substitutions, behind pipes and behind
 * wrappers such as {@code env} too; a name allows no path ({@code ls} is not {@code ./ls}), and
 * neither files are redirected to or from (but {@code /dev/null}) nor variables set: either could
 * make an allowed program do anything.
 */
final class CommandRule implements Rule {
  private static final int MAX_LENGTH = 32_768;

  private final @Nullable Set<String> allow;
  private final List<DenyWords> deny;
  private final ProgramTable table;

  CommandRule(@Nullable List<String> allow, List<DenyWords> deny, ProgramTable table) {
    this.allow = allow == null ? null : Set.copyOf(allow);
    this.deny = List.copyOf(deny);
    this.table = table;
  }

  @Override
  public @Nullable Broken check(Object value) {
    String line = value instanceof char[] chars ? new String(chars) : value.toString();
    return check(line, new HashSet<>(), 0);
  }

  /**
   * Checks a line.
   *
   * @param written base names of files that the whole line writes
   * @param depth how many shells deep the line stands
   */
  @Nullable Broken check(String line, Set<String> written, int depth) {
    if (line.length() > MAX_LENGTH) {
      return new Broken("kind", "is longer than a command may be, " + MAX_LENGTH + " characters");
    }
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7F) {
        return new Broken("kind", "has a control character; use plain text with spaces");
      }
    }
    List<SimpleCommand> commands;
    try {
      commands = ShellParser.parse(line, depth);
    } catch (Unreadable e) {
      return new Broken(
          "kind", "has " + e.what() + ", so that Guard cannot tell what it runs; write it plainly");
    }
    for (SimpleCommand command : commands) {
      collectWritten(command, written);
    }
    ProgramCheck programs = new ProgramCheck(this, table, allow, deny, written, depth);
    for (SimpleCommand command : commands) {
      Broken broken = check(command, programs);
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  private @Nullable Broken check(SimpleCommand command, ProgramCheck programs) {
    for (String name : command.assigned()) {
      Broken broken = programs.assignment(name);
      if (broken != null) {
        return broken;
      }
    }
    for (Redirect redirect : command.redirects()) {
      Broken broken = redirect(redirect);
      if (broken != null) {
        return broken;
      }
    }
    List<Word> texts = new ArrayList<>(command.values());
    texts.addAll(command.words());
    for (Word word : texts) {
      if (hasCommandInBrackets(word.known())) {
        return new Broken("kind", "has a command inside of brackets, which some shells run");
      }
    }
    return command.words().isEmpty() ? null : programs.run(command.words());
  }

  /** An array's index, in which bash runs substitutions wherever it evaluates a name. */
  private static boolean hasCommandInBrackets(String text) {
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open = c == '[' || (open && c != ']');
      if (open && (c == '`' || text.startsWith("$(", i))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Broken redirect(Redirect redirect) {
    String target = redirect.target().literal();
    if (target != null && target.matches("/+dev/+(tcp|udp)/.*")) {
      return new Broken("deny", "may not open network connections by /dev/tcp");
    }
    if (target != null
        && redirect.operator().contains(">")
        && target.matches("(?i)(.*/)?\\.git/.*")) {
      return new Broken("deny", "may not write into .git, whose files name programs to run");
    }
    if (allow == null || redirect.operator().startsWith("<<")) {
      return null;
    }
    boolean descriptor = redirect.operator().endsWith("&");
    if (target != null
        && (target.equals("/dev/null") || (descriptor && target.matches("[0-9]+|-")))) {
      return null;
    }
    return new Broken(
        "allow",
        "may not redirect to or from a file where only listed programs may run; /dev/null is allowed");
  }

  private void collectWritten(SimpleCommand command, Set<String> written) {
    for (Redirect redirect : command.redirects()) {
      String target = redirect.target().literal();
      if (target != null && redirect.operator().contains(">")) {
        written.add(DenyWords.baseName(target));
      }
    }
    if (command.words().isEmpty()) {
      return;
    }
    String program = command.words().get(0).literal();
    if (program != null
        && (table.downloads(DenyWords.baseName(program))
            || DenyWords.baseName(program).equals("tee"))) {
      for (Word word : command.words().subList(1, command.words().size())) {
        written.add(DenyWords.baseName(word.known()));
      }
    }
  }
}
