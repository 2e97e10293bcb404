package io.agenttool.guard.output;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code docs/detection.md}.
 *
 * @param tuned what was found of the corpus that the rules were written against
 * @param heldOut what was found of the one that was written without having seen them
 * @param redrawn what was found of that one with other values and surroundings
 */
record DetectionReport(Figures tuned, Figures heldOut, Figures redrawn) {

  void write(String file) throws IOException {
    Files.writeString(java.nio.file.Path.of(file), text());
  }

  private String text() throws IOException {
    return "# What the output filter finds\n\n"
        + "Written by `mvn -pl annotations,agent test -Dtest=DetectionTest"
        + " -Dsurefire.failIfNoSpecifiedTests=false"
        + " -Dguard.detection.report=$PWD/docs/detection.md`.\n\n"
        + resource("heldout/HISTORY.md")
        + "\n## Now\n\n| | second draw | held-out corpus | first corpus |\n|---|---|---|---|\n"
        + row("secrets", Figures::secrets)
        + row("found", Figures::found)
        + String.format(
            "| recall | %s | %s | %s |%n", recall(redrawn), recall(heldOut), recall(tuned))
        + row("lines of ordinary text", figures -> figures.ordinaryLines)
        + row("false alarms in them", figures -> figures.ordinaryAlarms)
        + row("lines that look like secrets and are none", figures -> figures.similarLines)
        + row("false alarms in them", figures -> figures.similarAlarms)
        + row("kinds of secrets", figures -> figures.kinds.size())
        + String.format("%nKinds in the rule pack: %d.%n", Packs.secrets().size())
        + missing("second draw", redrawn)
        + missing("held-out corpus", heldOut)
        + byRule();
  }

  private String row(String name, java.util.function.ToIntFunction<Figures> figure) {
    return String.format(
        "| %s | %,d | %,d | %,d |%n",
        name, figure.applyAsInt(redrawn), figure.applyAsInt(heldOut), figure.applyAsInt(tuned));
  }

  private static String recall(Figures figures) {
    return String.format("%.2f %%", 100.0 * figures.found() / figures.secrets());
  }

  private static String missing(String title, Figures figures) {
    String rows =
        figures.kinds.entrySet().stream()
            .filter(kind -> kind.getValue().found < kind.getValue().secrets)
            .sorted(Comparator.comparing(kind -> kind.getValue().found - kind.getValue().secrets))
            .map(
                kind ->
                    String.format(
                        "| %s | %d | %d |%n",
                        kind.getKey(), kind.getValue().secrets, kind.getValue().found))
            .collect(Collectors.joining());
    return "\n## What is missed of the "
        + title
        + "\n\n"
        + (rows.isEmpty() ? "Nothing.\n" : "| kind | secrets | found |\n|---|---|---|\n" + rows);
  }

  private String byRule() {
    Map<String, String> rows = new TreeMap<>();
    for (Rule rule : Packs.secrets()) {
      String id = "secret." + rule.id();
      rows.put(
          id,
          String.format(
              "| %s | %d | %d | %d | %d | %d | %d |%n",
              rule.id(),
              redrawn.foundBy.getOrDefault(id, 0),
              redrawn.alarmsBy.getOrDefault(id, 0),
              heldOut.foundBy.getOrDefault(id, 0),
              heldOut.alarmsBy.getOrDefault(id, 0),
              tuned.foundBy.getOrDefault(id, 0),
              tuned.alarmsBy.getOrDefault(id, 0)));
    }
    return "\n"
        + "## By rule\n\n"
        + "What each rule marked in the texts with secrets, and its false alarms.\n\n"
        + "| rule | second draw: marked | false alarms | held-out: marked | false alarms |"
        + " first: marked | false alarms |\n"
        + "|---|---|---|---|---|---|---|\n"
        + String.join("", rows.values());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = requireNonNull(DetectionReport.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
