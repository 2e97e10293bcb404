package io.agenttool.guard.args;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same words as the machine's own shells read. */
@SuppressWarnings("OrphanedFormatString")
class ShellParserTest {
  private static final String CHARACTERS = "abz019 \t\n'\"\\$`|&;<>()[]{}*?~#!=^%-+,.:@/_";
  private static final int LINES = 300;

  @TempDir private Path folder;

  @Test
  void readsRandomlyQuotedWordsAsTheShellDoes() throws Exception {
    Random random = new Random(20260101);
    List<List<String>> meant = new ArrayList<>();
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      List<String> words = new ArrayList<>();
      StringBuilder line = new StringBuilder("printf '%s\\0'");
      for (int n = random.nextInt(4) + 1; n > 0; n--) {
        String word = randomWord(random);
        words.add(word);
        line.append(blank(random)).append(quoted(word, random));
      }
      meant.add(words);
      assertThat(wordsOf(line.toString())).as(line.toString()).isEqualTo(words);
      script.append(line).append('\n');
    }
    List<String> all = meant.stream().flatMap(List::stream).toList();
    for (String shell : RealShell.shells()) {
      Path work = Files.createDirectories(folder.resolve("work"));
      assertThat(RealShell.words(RealShell.run(shell, work, script.toString(), Map.of())))
          .as(shell)
          .isEqualTo(all);
    }
  }

  /** Lines of no meaning: whatever a shell runs of them, the parser has seen or refused. */
  @Test
  void missesNoProgramThatAShellRunsInRandomText() throws Exception {
    Random random = new Random(42);
    String[] pieces = {
      "mark",
      " ",
      " ",
      "\n",
      ";",
      "&",
      "&&",
      "||",
      "|",
      "(",
      ")",
      "{ ",
      "; }",
      "'",
      "\"",
      "\\",
      "$(",
      "`",
      "${x:-",
      "}",
      "#",
      "$'",
      "<<E\n",
      "\nE\n",
      ">o ",
      "<o ",
      "if ",
      "then ",
      "fi",
      "for i in ",
      "do ",
      "done",
      "case x in ",
      "x)",
      ";;",
      "esac",
      "echo ",
      "a",
      "$((",
      "))",
      "!",
      "<(",
      "&>o ",
      "$\"",
      "\\\n",
      "<<'E'\n",
      "x=",
      "f()",
      "[[ ",
      " ]]",
      "E",
      "$[",
      "]",
      "((",
    };
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path program = Files.writeString(bin.resolve("mark"), "#!/bin/sh\n: > \"$MARKER\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    int ran = 0;
    for (int i = 0; i < Integer.getInteger("guard.test.lines", LINES); i++) {
      StringBuilder line = new StringBuilder();
      for (int n = random.nextInt(14) + 2; n > 0; n--) {
        line.append(random.nextInt(5) == 0 ? "mark" : pieces[random.nextInt(pieces.length)]);
      }
      if (denies(line.toString())) {
        continue;
      }
      for (String shell : RealShell.shells()) {
        Path work = Files.createDirectories(folder.resolve("work"));
        Path marker = folder.resolve("marker");
        RealShell.run(
            shell,
            work,
            line.toString(),
            Map.of("PATH", bin + ":/usr/bin:/bin", "MARKER", marker.toString()));
        assertThat(marker).as(shell + " -c " + line).doesNotExist();
        ran++;
      }
    }
    assertThat(ran).isPositive();
  }

  private static boolean denies(String line) {
    DenyWords mark = DenyWords.read("mark");
    assertThat(mark).isNotNull();
    return new CommandRule(null, List.of(mark), ProgramTable.standard()).check(line) != null;
  }

  private static List<String> wordsOf(String line) throws Unreadable {
    List<SimpleCommand> commands = ShellParser.parse(line, 0);
    assertThat(commands).hasSize(1);
    List<String> words = new ArrayList<>();
    for (Word word : commands.get(0).words()) {
      words.add(String.valueOf(word.literal()));
    }
    return words.subList(2, words.size());
  }

  private static String randomWord(Random random) {
    StringBuilder word = new StringBuilder();
    for (int n = random.nextInt(8); n > 0; n--) {
      word.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return word.toString();
  }

  private static String blank(Random random) {
    return new String[] {" ", "  ", "\t", " \\\n ", "\\\n "}[random.nextInt(5)];
  }

  /** Writes a word in pieces, each quoted in one of the ways that POSIX has. */
  private static String quoted(String word, Random random) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < word.length()) {
      int to = from + 1 + random.nextInt(word.length() - from);
      String piece = word.substring(from, to);
      boolean plain = piece.matches("[a-z0-9%^+,.:@/_-]+");
      int way = random.nextInt(4);
      if (way == 0 && plain) {
        out.append(piece);
      } else if (way == 1 && piece.indexOf('\'') < 0) {
        out.append('\'').append(piece).append('\'');
      } else if (way == 2 && piece.indexOf('\n') < 0) {
        piece.chars().forEach(c -> out.append('\\').append((char) c));
      } else {
        out.append('"').append(piece.replaceAll("([\\\\$`\"])", "\\\\$1")).append('"');
      }
      from = to;
    }
    return out.isEmpty() ? "''" : out.toString();
  }
}
