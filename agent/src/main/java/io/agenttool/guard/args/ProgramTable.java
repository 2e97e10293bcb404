package io.agenttool.guard.args;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of programs: the rows of {@code programs.table}. */
final class ProgramTable {

  /**
   * A row.
   *
   * @param kind the row's first word: which check there is
   * @param flags options without a value; single letters, or long ones with their dashes
   * @param values options with one
   * @param code options that carry code
   * @param info options with which nothing runs
   * @param bad options that make the program run another
   * @param leading letters that do so before the first operand
   * @param badWords first operands that do so
   * @param safe first operands behind which no option does so
   * @param badStarts how arguments begin, in lower case, that do so
   * @param operands how many operands stand before the program that a wrapper runs
   * @param why what the program does, to complete "sudo ..."
   */
  record Row(
      String kind,
      Set<String> flags,
      Set<String> values,
      Set<String> code,
      Set<String> info,
      Set<String> bad,
      Set<String> leading,
      Set<String> badWords,
      Set<String> safe,
      Set<String> badStarts,
      int operands,
      String why) {}

  private final Map<String, Row> rows = new HashMap<>();
  private final List<String> variables = new ArrayList<>();
  private final Set<String> downloads = new HashSet<>();
  private final List<DenyWords> never = new ArrayList<>();

  private ProgramTable() {}

  /** Guard's own table. */
  static ProgramTable standard() {
    String resource = "programs.table";
    try (InputStream in = ProgramTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      ProgramTable table = new ProgramTable();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(table::add);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private void add(String line) {
    int hash = line.indexOf(" # ");
    String why = hash < 0 ? "" : line.substring(hash + 3).strip();
    String[] words = (hash < 0 ? line : line.substring(0, hash)).strip().split(" +", -1);
    Map<String, Set<String>> options = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals < 0) {
        names.add(words[i]);
      } else {
        options.put(words[i].substring(0, equals), options(words[i].substring(equals + 1)));
      }
    }
    switch (words[0]) {
      case "variables" -> variables.addAll(names);
      case "downloads" -> downloads.addAll(names);
      case "never" -> never.add(entry(String.join(" ", names)));
      default -> {
        Row row = row(words[0], options, why);
        names.forEach(name -> rows.put(name.toLowerCase(Locale.ROOT), row));
      }
    }
  }

  private static DenyWords entry(String words) {
    DenyWords entry = DenyWords.read(words);
    if (entry == null) {
      throw new IllegalStateException("not a program with its words: " + words);
    }
    return entry;
  }

  /** Commands that are refused, as a policy's {@code deny} would have them. */
  List<DenyWords> never() {
    return never;
  }

  private static Row row(String kind, Map<String, Set<String>> options, String why) {
    return new Row(
        kind,
        options.getOrDefault("flags", Set.of()),
        options.getOrDefault("values", Set.of()),
        options.getOrDefault("code", Set.of()),
        options.getOrDefault("info", Set.of()),
        options.getOrDefault("bad", Set.of()),
        options.getOrDefault("leading", Set.of()),
        options.getOrDefault("bad-words", Set.of()),
        options.getOrDefault("safe", Set.of()),
        options.getOrDefault("bad-starts", Set.of()),
        options.getOrDefault("operands", Set.of("0")).stream().mapToInt(Integer::parseInt).sum(),
        why);
  }

  /** {@code ab,--long}: letters, then long options. */
  private static Set<String> options(String text) {
    Set<String> options = new HashSet<>();
    String[] items = text.split(",", -1);
    boolean word = items.length > 0 && items[0].contains("-");
    for (int i = 0; i < items.length; i++) {
      if (i == 0 && !word && items[0].length() != 0) {
        items[0].chars().forEach(letter -> options.add(String.valueOf((char) letter)));
      } else if (!items[i].isEmpty()) {
        options.add(items[i]);
      }
    }
    return options;
  }

  /** What is known of a program; {@code null} for nothing. {@code python3.11} is a python. */
  @Nullable Row row(String baseName) {
    String name = baseName.toLowerCase(Locale.ROOT);
    Row row = rows.get(name);
    if (row == null) {
      row = rows.get(name.replaceFirst("[-._](rs|static|distrib|real|orig|exe)$|[-.0-9]+$", ""));
    }
    if (row == null && name.matches("ld(-.*)?[.-].*so.*")) {
      row = rows.get("ld.so");
    }
    return row;
  }

  /** Whether setting a variable can change which program runs, or what it loads. */
  boolean decidesPrograms(String variable) {
    for (String name : variables) {
      if (name.endsWith("_") ? variable.startsWith(name) : variable.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a program fetches from the network. */
  boolean downloads(String baseName) {
    return downloads.contains(baseName.toLowerCase(Locale.ROOT));
  }
}
