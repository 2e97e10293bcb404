package io.agenttool.guard.args;

import io.agenttool.guard.args.ProgramTable.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a program and what stands behind them, read as getopt does (POSIX XBD 12.2) by
 * what the table says of it.
 *
 * @param options those found, in order
 * @param rest the words from the first operand on
 * @param unknown an option that the table does not have, or one that only the shell will know
 */
record OptionWalk(List<Option> options, List<Word> rest, @Nullable String unknown) {

  /** An option: a letter, or a long one with its dashes. */
  record Option(String name, @Nullable Word value) {}

  /** Reads {@code words}, which do not have the program itself. */
  static OptionWalk of(Row row, List<Word> words) {
    List<Option> options = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Word word = words.get(at);
      String text = word.literal();
      if (text == null) {
        return new OptionWalk(
            options, words.subList(at, words.size()), word.couldBeOption() ? "unknown" : null);
      }
      if (text.equals("--")) {
        at++;
        break;
      }
      boolean plus = text.startsWith("+") && row.kind().equals("shell");
      if (text.length() < 2 || !(text.startsWith("-") || plus)) {
        break;
      }
      Word next = at + 1 < words.size() ? words.get(at + 1) : null;
      int used =
          text.startsWith("--")
              ? longOption(row, text, next, options)
              : letters(row, text.substring(1), next, options);
      if (used == 0) {
        return new OptionWalk(options, words.subList(at, words.size()), text);
      }
      if (used == 2 && next != null && !next.isOneWord()) {
        return new OptionWalk(options, words.subList(at, words.size()), "unknown");
      }
      at += used;
    }
    return new OptionWalk(options, words.subList(Math.min(at, words.size()), words.size()), null);
  }

  private static int longOption(Row row, String text, @Nullable Word next, List<Option> options) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    if (row.flags().contains(name) || row.info().contains(name)) {
      options.add(new Option(name, null));
      return 1;
    }
    if (row.values().contains(name) || row.code().contains(name)) {
      options.add(new Option(name, equals < 0 ? next : Word.of(text.substring(equals + 1))));
      return equals < 0 ? 2 : 1;
    }
    return 0;
  }

  private static int letters(Row row, String letters, @Nullable Word next, List<Option> options) {
    for (int i = 0; i < letters.length(); i++) {
      String letter = letters.substring(i, i + 1);
      if (row.code().contains(letter) && row.kind().equals("shell")) {
        options.add(new Option(letter, null));
      } else if (row.values().contains(letter) || row.code().contains(letter)) {
        boolean inside = i + 1 < letters.length();
        options.add(new Option(letter, inside ? Word.of(letters.substring(i + 1)) : next));
        return inside ? 1 : 2;
      } else if (row.flags().contains(letter) || row.info().contains(letter)) {
        options.add(new Option(letter, null));
      } else {
        return 0;
      }
    }
    return 1;
  }

  /** Whether one of {@code names} is among the options. */
  boolean has(java.util.Set<String> names) {
    return options.stream().anyMatch(option -> names.contains(option.name()));
  }

  /** The option of a name, {@code null} where it is not there. */
  @Nullable Option option(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findFirst().orElse(null);
  }
}
