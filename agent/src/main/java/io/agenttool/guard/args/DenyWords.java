package io.agenttool.guard.args;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a policy's {@code deny}: a program, then words that have to stand first among its
 * arguments in this order, and options that have to be there in any order and spelling: {@code git
 * push}, {@code rm -rf}, {@code docker run --privileged}.
 *
 * @param written as the policy has it
 * @param program the base name, in lower case
 * @param words what has to be its first operands
 * @param options letters and long options that it has to have, all of them
 */
record DenyWords(String written, String program, List<String> words, Set<String> options) {

  /** Options with a value that stand before git's own command: {@code git -C dir push}. */
  private static final Set<String> GIT_VALUES =
      Set.of("-C", "-c", "--git-dir", "--work-tree", "--namespace", "--super-prefix");

  /** Reads an entry; {@code null} where it is not a program with its words. */
  static @Nullable DenyWords read(String entry) {
    List<Word> words;
    try {
      List<SimpleCommand> commands = ShellParser.parse(entry, 0);
      if (commands.size() != 1
          || !commands.get(0).redirects().isEmpty()
          || !commands.get(0).assigned().isEmpty()) {
        return null;
      }
      words = commands.get(0).words();
    } catch (Unreadable e) {
      return null;
    }
    List<String> operands = new ArrayList<>();
    Set<String> options = new HashSet<>();
    for (Word word : words) {
      String text = word.literal();
      if (text == null || text.isEmpty()) {
        return null;
      }
      if (isOption(text)) {
        options.addAll(letters(text));
      } else {
        operands.add(text);
      }
    }
    if (operands.isEmpty()) {
      return null;
    }
    String program = baseName(operands.remove(0));
    return new DenyWords(entry, program, List.copyOf(operands), Set.copyOf(options));
  }

  /** Whether a command is, or could become, what the entry names. */
  boolean matches(String baseName, List<Word> arguments) {
    return baseName.toLowerCase(Locale.ROOT).equals(program)
        && wordsMatch(arguments)
        && optionsMatch(arguments);
  }

  private boolean wordsMatch(List<Word> arguments) {
    int next = 0;
    boolean maybeValue = false;
    for (int i = 0; i < arguments.size() && next < words.size(); i++) {
      Word argument = arguments.get(i);
      String text = argument.literal();
      if (text == null) {
        // It could be the word, or an option, or nothing; a value where one is due.
        if (!maybeValue || !argument.isOneWord()) {
          return true;
        }
        maybeValue = false;
      } else if (isOption(text)) {
        boolean value = program.equals("git") && GIT_VALUES.contains(text);
        if (value && i + 1 < arguments.size() && !arguments.get(++i).isOneWord()) {
          return true;
        }
        maybeValue = !value;
      } else if (text.equals(words.get(next))) {
        next++;
        maybeValue = false;
      } else if (maybeValue) {
        maybeValue = false;
      } else if (!text.equals("--")) {
        return false;
      }
    }
    return next == words.size();
  }

  private boolean optionsMatch(List<Word> arguments) {
    Set<String> seen = new HashSet<>();
    for (Word argument : arguments) {
      String text = argument.literal();
      if (text == null) {
        if (argument.couldBeLongOption()) {
          return true;
        }
      } else if (isOption(text)) {
        seen.addAll(letters(text));
      }
    }
    return options.stream()
        .allMatch(
            option ->
                seen.contains(option)
                    || (option.startsWith("--")
                        && seen.stream().anyMatch(name -> abbreviates(name, option))));
  }

  /** GNU getopt takes {@code --forc} for {@code --force}. */
  static boolean abbreviates(String given, String option) {
    return given.length() > 3 && given.startsWith("--") && option.startsWith(given);
  }

  private static boolean isOption(String text) {
    return text.length() > 1 && text.startsWith("-") && !text.equals("--");
  }

  /**
   * {@code -rf} as r and f, {@code --force=x} as {@code --force}; a word as {@code -delete} too.
   */
  private static Set<String> letters(String text) {
    Set<String> letters = new HashSet<>();
    if (text.startsWith("--")) {
      int equals = text.indexOf('=');
      letters.add(equals < 0 ? text : text.substring(0, equals));
    } else {
      text.substring(1).chars().forEach(letter -> letters.add(String.valueOf((char) letter)));
    }
    return letters;
  }

  /** What follows the last slash, in lower case: some file systems do not tell case apart. */
  static String baseName(String program) {
    return program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
