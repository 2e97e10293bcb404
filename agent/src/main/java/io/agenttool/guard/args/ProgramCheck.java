package io.agenttool.guard.args;

import io.agenttool.guard.args.OptionWalk.Option;
import io.agenttool.guard.args.ProgramTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds one program and its arguments against the table, the allow-list and the deny-list. */
final class ProgramCheck {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_./+:,@%~-]+|\\[");
  private static final Pattern SYSTEM_FILE = Pattern.compile("(?i)/+(dev|proc)/.*");
  private static final int MAX_WRAPPERS = 20;

  /** Predicates of find whose value is a pattern, whatever it says. */
  private static final Set<String> PATTERN_OPTIONS =
      Set.of("-name", "-iname", "-path", "-ipath", "-wholename");

  private final CommandRule line;
  private final ProgramTable table;
  private final @Nullable Set<String> allow;
  private final List<DenyWords> deny;
  private final Set<String> written;
  private final int depth;
  private int wrappers;

  ProgramCheck(
      CommandRule line,
      ProgramTable table,
      @Nullable Set<String> allow,
      List<DenyWords> deny,
      Set<String> written,
      int depth) {
    this.line = line;
    this.table = table;
    this.allow = allow;
    this.deny = deny;
    this.written = written;
    this.depth = depth;
  }

  /** What setting a variable breaks. */
  @Nullable Broken assignment(String name) {
    if (table.decidesPrograms(name)) {
      return denied("may not set " + name + ": it decides which program runs");
    }
    return allow == null
        ? null
        : new Broken("allow", "may not set variables where only listed programs may run");
  }

  /** What running {@code words} breaks: a program and its arguments. */
  @Nullable Broken run(List<Word> words) {
    String program = words.get(0).literal();
    if (program == null || !PLAIN_NAME.matcher(program).matches()) {
      return new Broken(
          "kind", "runs a program whose name is not written out; name the program plainly");
    }
    String name = DenyWords.baseName(program);
    if (name.isEmpty() || SYSTEM_FILE.matcher(program).matches()) {
      return denied("runs what is not the name of a program");
    }
    List<Word> arguments = words.subList(1, words.size());
    Row row = table.row(name);
    if (row != null && row.kind().equals("refuse")) {
      return denied("may not run " + shown(name) + ": it " + row.why());
    }
    for (DenyWords entry : table.never()) {
      if (entry.matches(name, arguments)) {
        return denied("may not run " + entry.written() + ": it runs commands");
      }
    }
    for (DenyWords entry : deny) {
      if (entry.matches(name, arguments)) {
        return denied("may not run " + entry.written());
      }
    }
    Broken broken = row == null ? null : check(row, name, program, arguments);
    if (broken != null) {
      return broken;
    }
    if (allow != null && !allow.contains(program)) {
      return new Broken(
          "allow",
          "may not run "
              + shown(program)
              + "; allowed: "
              + String.join(", ", allow.stream().sorted().toList()));
    }
    if (program.indexOf('/') >= 0 && written.contains(name)) {
      return denied("may not run a file that the same command writes");
    }
    return null;
  }

  private @Nullable Broken check(Row row, String name, String program, List<Word> arguments) {
    return switch (row.kind()) {
      case "shell" -> shell(row, name, arguments);
      case "interpreter" -> interpreter(row, name, program, arguments);
      case "wrapper" -> wrapper(row, name, arguments);
      case "remote" -> remote(row, name, arguments);
      case "rm" -> remove(arguments);
      case "chmod" -> chmod(arguments);
      case "find" -> find(arguments);
      case "awk" -> awk(row, arguments);
      case "sed" -> sed(row, arguments);
      case "source" -> scriptFile(arguments.isEmpty() ? null : arguments.get(0), name);
      case "trap" -> trap(arguments);
      case "setter" -> setter(name, arguments);
      case "copier" -> copier(arguments);
      case "test" -> test(arguments);
      case "options" -> options(row, name, arguments);
      default -> throw new IllegalStateException("unknown kind of program: " + row.kind());
    };
  }

  private @Nullable Broken shell(Row row, String name, List<Word> arguments) {
    OptionWalk walk = OptionWalk.of(row, arguments);
    if (walk.unknown() != null) {
      return unknownOption(name);
    }
    if (walk.has(row.info())) {
      return null;
    }
    Word operand = walk.rest().isEmpty() ? null : walk.rest().get(0);
    if (!walk.has(row.code())) {
      return walk.has(Set.of("s")) ? fromInput(name) : scriptFile(operand, name);
    }
    String code = operand == null ? null : operand.literal();
    if (code == null) {
      return denied("may not run text that " + name + " gets from elsewhere as a command");
    }
    return line.check(code, written, depth + 1);
  }

  private @Nullable Broken scriptFile(@Nullable Word operand, String name) {
    if (operand == null) {
      return fromInput(name);
    }
    String file = operand.literal();
    if (file == null) {
      return denied("may not run a script that " + name + " is not told by its plain name");
    }
    if (file.equals("-") || SYSTEM_FILE.matcher(file).matches()) {
      return fromInput(name);
    }
    return written.contains(DenyWords.baseName(file))
        ? denied("may not run a file that the same command writes")
        : null;
  }

  private static Broken fromInput(String name) {
    return denied(
        "may not run "
            + shown(name)
            + " on what it is given as input, such as a download;"
            + " name a script file");
  }

  private @Nullable Broken interpreter(Row row, String name, String program, List<Word> arguments) {
    boolean listed = allow != null && allow.contains(program);
    OptionWalk walk = OptionWalk.of(row, arguments);
    if (walk.has(row.code())) {
      return listed
          ? null
          : denied(
              "may not run code inside of the command line by " + shown(name) + "; use a file");
    }
    if (walk.unknown() != null) {
      return listed ? null : unknownOption(name);
    }
    if (walk.has(row.info())) {
      return null;
    }
    Option module = row.values().contains("m") ? walk.option("m") : null;
    if (module != null) {
      String text = module.value() == null ? null : module.value().literal();
      boolean harmless =
          text != null
              && Set.of(
                      "json.tool",
                      "pip",
                      "venv",
                      "pytest",
                      "unittest",
                      "compileall",
                      "py_compile",
                      "http.server",
                      "zipfile",
                      "tarfile",
                      "base64",
                      "calendar",
                      "build",
                      "mypy",
                      "black",
                      "flake8",
                      "pylint",
                      "isort",
                      "ruff",
                      "coverage")
                  .contains(text);
      return listed || harmless ? null : denied("may not run that module by " + shown(name));
    }
    if (walk.has(Set.of("i"))) {
      return fromInput(name);
    }
    return scriptFile(walk.rest().isEmpty() ? null : walk.rest().get(0), name);
  }

  private @Nullable Broken wrapper(Row row, String name, List<Word> arguments) {
    OptionWalk walk = OptionWalk.of(row, arguments);
    if (walk.unknown() != null && !walk.unknown().equals("-")) {
      return unknownOption(name);
    }
    if (walk.has(row.info())) {
      return null;
    }
    List<Word> rest = new ArrayList<>(walk.rest());
    int skip = Math.min(row.operands(), rest.size());
    for (Word operand : rest.subList(0, skip)) {
      if (operand.literal() == null) {
        return unknownOption(name);
      }
    }
    rest = new ArrayList<>(rest.subList(skip, rest.size()));
    if (name.equals("env")) {
      Broken broken = environment(rest);
      if (broken != null) {
        return broken;
      }
    }
    if (name.equals("xargs")) {
      rest = added(walk, rest);
    }
    return rest.isEmpty() ? null : nested(rest);
  }

  private @Nullable Broken nested(List<Word> words) {
    if (++wrappers > MAX_WRAPPERS) {
      return denied("has too many programs that run one another");
    }
    Broken broken = run(words);
    wrappers--;
    return broken;
  }

  /** Takes {@code NAME=value} of env from the front of the words. */
  private @Nullable Broken environment(List<Word> rest) {
    while (!rest.isEmpty()) {
      String prefix = rest.get(0).prefix();
      String variable = Word.nameBeforeEquals(prefix);
      if (variable == null && prefix.indexOf('=') > 0) {
        return denied("may not set a variable of that name");
      }
      if (variable == null && !prefix.equals("-")) {
        return null;
      }
      Broken broken = variable == null ? null : assignment(variable);
      if (broken != null) {
        return broken;
      }
      if (!rest.get(0).isOneWord()) {
        return denied("runs env with a value that could become a program; quote it");
      }
      rest.remove(0);
    }
    return null;
  }

  /** What xargs runs: words of its input are added, or stand where its mark is. */
  private static List<Word> added(OptionWalk walk, List<Word> rest) {
    List<Word> words = new ArrayList<>();
    Option mark = walk.option("I");
    String text = mark == null || mark.value() == null ? null : mark.value().literal();
    for (Word word : rest) {
      words.add(mark == null ? word : text == null ? Word.ADDED : word.replacing(text));
    }
    if (mark == null && !words.isEmpty()) {
      words.add(Word.ADDED);
    }
    return words;
  }

  private @Nullable Broken remote(Row row, String name, List<Word> arguments) {
    OptionWalk walk = OptionWalk.of(row, arguments);
    if (walk.unknown() != null) {
      return unknownOption(name);
    }
    for (Option option : walk.options()) {
      String value = option.value() == null ? "" : option.value().literal();
      if (value == null || value.toLowerCase(Locale.ROOT).contains("command")) {
        return denied("may not run " + shown(name) + " with an option that runs a command");
      }
    }
    if (walk.has(row.info()) || walk.rest().size() <= row.operands()) {
      return null;
    }
    StringBuilder command = new StringBuilder();
    for (Word word : walk.rest().subList(row.operands(), walk.rest().size())) {
      String text = word.literal();
      if (text == null) {
        return denied("may not run a command by " + shown(name) + " that is not written out");
      }
      command.append(command.isEmpty() ? "" : " ").append(text);
    }
    return line.check(command.toString(), written, depth + 1);
  }

  private static @Nullable Broken remove(List<Word> arguments) {
    boolean recursive = false;
    boolean force = false;
    for (Word word : arguments) {
      String text = word.literal();
      if (text == null) {
        if (word.couldBeOption()) {
          return denied(
              "runs rm with words that could become options such as -rf; put -- or ./ before them");
        }
      } else if (text.equals("--")) {
        break;
      } else if (text.startsWith("--")) {
        recursive |= text.length() > 2 && "--recursive".startsWith(text);
        force |= text.length() > 2 && "--force".startsWith(text);
      } else if (text.startsWith("-")) {
        recursive |= text.indexOf('r') > 0 || text.indexOf('R') > 0;
        force |= text.indexOf('f') > 0;
      }
    }
    return recursive && force
        ? denied("may not run rm -rf: it deletes folders without asking")
        : null;
  }

  private static @Nullable Broken chmod(List<Word> arguments) {
    boolean known = false;
    for (Word word : arguments) {
      String text = word.literal();
      if (text == null) {
        if (!known) {
          return denied("runs chmod with a mode that is not written out");
        }
      } else if (ChmodMode.opensToAll(text)) {
        return denied("may not run chmod 777 or its like: it gives everyone all rights");
      } else {
        known |= text.matches("[0-7]+|[ugoa]*[-+=].*") && !text.startsWith("--");
      }
    }
    return null;
  }

  private @Nullable Broken find(List<Word> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).literal();
      if (text == null) {
        boolean pattern =
            i > 0
                && arguments.get(i).isOneWord()
                && PATTERN_OPTIONS.contains(String.valueOf(arguments.get(i - 1).literal()));
        if (!pattern && arguments.get(i).couldBeOption()) {
          return denied("runs find with words that could become -delete or -exec");
        }
        continue;
      }
      switch (text) {
        case "-delete" -> {
          return denied("may not run find -delete: it deletes folders without asking");
        }
        case "-exec", "-execdir", "-ok", "-okdir" -> {
          List<Word> words = new ArrayList<>();
          for (i++; i < arguments.size(); i++) {
            String word = arguments.get(i).literal();
            if (word == null || word.equals(";") || word.equals("+")) {
              break;
            }
            words.add(arguments.get(i).replacing("{}"));
          }
          if (words.isEmpty() || (i < arguments.size() && arguments.get(i).literal() == null)) {
            return denied("runs find with a program that is not written out");
          }
          Broken broken = nested(words);
          if (broken != null) {
            return broken;
          }
        }
        default -> {}
      }
    }
    return null;
  }

  private static @Nullable Broken awk(Row row, List<Word> arguments) {
    OptionWalk walk = OptionWalk.of(row, arguments);
    if (walk.unknown() != null) {
      return unknownOption("awk");
    }
    if (walk.has(row.info()) || plainFile(walk.option("f"))) {
      return null;
    }
    String code = walk.rest().isEmpty() ? null : walk.rest().get(0).literal();
    if (code == null || walk.option("f") != null) {
      return denied("runs awk with a program that is not written out");
    }
    String rest = code.replace("||", "");
    return rest.matches("(?s).*(system|getline|[|@`]).*")
        ? denied("may not run awk with a program that can run commands")
        : null;
  }

  private static boolean plainFile(@Nullable Option option) {
    String file = option == null || option.value() == null ? null : option.value().literal();
    return file != null && !file.equals("-") && !SYSTEM_FILE.matcher(file).matches();
  }

  private static @Nullable Broken sed(Row row, List<Word> arguments) {
    List<Word> words = new ArrayList<>();
    for (Word word : arguments) {
      boolean inPlace = word.prefix().startsWith("-i") || word.prefix().startsWith("--in-place");
      words.add(inPlace && word.literal() != null ? Word.of("-i") : word);
    }
    OptionWalk walk = OptionWalk.of(row, words);
    if (walk.unknown() != null) {
      return unknownOption("sed");
    }
    List<Word> scripts = new ArrayList<>();
    boolean file = false;
    for (Option option : walk.options()) {
      if ((option.name().equals("e") || option.name().equals("--expression"))
          && option.value() != null) {
        scripts.add(option.value());
      } else if (option.name().equals("f") || option.name().equals("--file")) {
        file = true;
        if (!plainFile(option)) {
          return denied("runs sed with a script that is not a plain file");
        }
      }
    }
    if (scripts.isEmpty() && !file && !walk.rest().isEmpty()) {
      scripts.add(walk.rest().get(0));
    }
    // GNU sed takes options behind its operands, too.
    for (Word word : walk.rest()) {
      if (word.couldBeLongOption()) {
        return denied(
            "runs sed with words behind its script that are or could become options; put ./"
                + " before files");
      }
    }
    for (Word script : scripts) {
      String text = script.literal();
      if (text == null || SedScript.mayRunCommands(text)) {
        return denied("may not run sed with a script that can run commands");
      }
    }
    return null;
  }

  private @Nullable Broken trap(List<Word> arguments) {
    for (Word word : arguments) {
      String text = word.literal();
      if (text == null) {
        return denied("may not set a trap that is not written out");
      }
      if (!text.startsWith("-")) {
        return arguments.size() == 1 ? null : line.check(text, written, depth + 1);
      }
    }
    return null;
  }

  private @Nullable Broken setter(String name, List<Word> arguments) {
    boolean printf = name.equals("printf");
    boolean variable = !printf;
    for (Word word : arguments) {
      String prefix = word.prefix();
      boolean unknown = word.literal() == null;
      if (printf) {
        if (unknown && word.couldBeOption() && word == arguments.get(0)) {
          return denied("runs printf with a format that could become an option");
        }
        if (!prefix.startsWith("-v")) {
          return null;
        }
        return denied("may not set a variable by printf");
      }
      int equals = prefix.indexOf('=');
      if (unknown && (equals < 0 || !word.isOneWord()) && variable) {
        return denied("may not set a variable whose name is not written out; quote its value");
      }
      String target = equals < 0 ? prefix : prefix.substring(0, equals);
      if (table.decidesPrograms(target.replace("+", ""))) {
        return denied("may not set " + target + ": it decides which program runs");
      }
      if (!target.matches("[A-Za-z0-9_+-]*|[^\\[]*") && !name.equals("read")) {
        return denied("may not set a variable of that name");
      }
    }
    return null;
  }

  private @Nullable Broken copier(List<Word> arguments) {
    for (Word word : arguments) {
      String text = word.literal();
      if (text != null && text.matches("(of=|if=)?/.*/.*")) {
        Row row = table.row(DenyWords.baseName(text));
        if (row != null && text.matches(".*/s?bin/[^/]*")) {
          return denied("may not give " + shown(DenyWords.baseName(text)) + " another name");
        }
      }
    }
    return null;
  }

  private static @Nullable Broken test(List<Word> arguments) {
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (arguments.get(i).literal() == null && arguments.get(i + 1).literal() == null) {
        return denied("uses test with an operator that is not written out");
      }
    }
    boolean evaluates =
        arguments.stream()
            .anyMatch(word -> "-v".equals(word.literal()) || "-R".equals(word.literal()));
    return evaluates ? denied("may not use test -v, with which some shells run commands") : null;
  }

  private static @Nullable Broken options(Row row, String name, List<Word> arguments) {
    boolean leading = true;
    boolean safe = false;
    boolean message = false;
    boolean value = false;
    for (Word word : arguments) {
      String text = word.literal();
      boolean isMessage = message;
      message = name.equals("git") && ("-m".equals(text) || "--message".equals(text));
      if ((isMessage || value) && word.isOneWord()) {
        value = false;
        continue;
      }
      if (text == null) {
        if (!safe && word.couldBeLongOption()) {
          return denied(
              "runs "
                  + shown(name)
                  + " with words that could become options that run commands;"
                  + " put ./ before them");
        }
        leading = false;
        continue;
      }
      if (text.equals("--")) {
        return null;
      }
      boolean option = text.startsWith("-") && text.length() > 1;
      if (option
          && leading
          && !text.startsWith("--")
          && row.leading().contains(text.substring(1, 2))) {
        return denied(
            "may not run " + shown(name) + " " + text.substring(0, 2) + ": it can run commands");
      }
      if (option && isBad(row.bad(), text)) {
        return denied("may not run " + shown(name) + " with an option that runs commands");
      }
      if (!option && leading && row.badWords().contains(text)) {
        return denied("may not run " + shown(name) + " " + text + ": it runs commands");
      }
      String lower = text.toLowerCase(Locale.ROOT);
      if (row.badStarts().stream().anyMatch(lower::startsWith)) {
        return denied("may not run " + shown(name) + " with a setting that runs commands");
      }
      safe |= leading && !option && row.safe().contains(text);
      value = leading && option && isBad(row.values(), text) && text.indexOf('=') < 0;
      leading &= option;
    }
    return null;
  }

  private static boolean isBad(Set<String> bad, String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    for (String option : bad) {
      boolean same =
          option.startsWith("--")
              ? name.equals(option) || DenyWords.abbreviates(name, option)
              : !name.startsWith("--") && name.indexOf(option) > 0;
      if (same) {
        return true;
      }
    }
    return false;
  }

  private static Broken unknownOption(String name) {
    return denied("runs " + shown(name) + " with an option that Guard does not know");
  }

  private static Broken denied(String reason) {
    return new Broken("deny", reason);
  }

  /** A name that is short enough to be shown. */
  private static String shown(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40) + "...";
  }
}
