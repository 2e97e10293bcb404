package io.agenttool.guard.bench;

import io.agenttool.guard.bench.filter.Engine;
import io.agenttool.guard.bench.filter.Fields;
import io.agenttool.guard.bench.filter.Sample;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How fast texts are looked through.
 *
 * @param texts of each text, each filter that was measured
 * @param rules how many of Guard's rules each filter takes
 * @param fields values of many texts, by Guard
 */
record Filtered(
    Map<Sample, Map<Engine, Figure>> texts, Map<Engine, String> rules, Map<String, Figure> fields) {
  /** As much as regular expressions are given of a text, so that they come to an end. */
  private static final int SLOW = 1 << 14;

  private static final String ROW = "filtering: ";

  /** What is looked through without a peer, and the benchmark that does. */
  private static final Map<String, String> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("a list of 100 texts, 2.4 kB", "list");
    VALUES.put("a record of 100 texts, 2.4 kB", "row");
    VALUES.put("a list of 100 texts, 2.4 kB, screened too", "listScreened");
    VALUES.put("a record of 100 texts, 2.4 kB, screened too", "rowScreened");
    VALUES.put("clean prose, 1 MB, screened too", "pageScreened");
  }

  /** Measures the rows that are wanted. */
  static Filtered measure(Forks forks, Predicate<String> wanted) throws IOException {
    Map<Sample, Map<Engine, Figure>> texts = new EnumMap<>(Sample.class);
    for (Sample sample : Sample.values()) {
      for (Engine engine : Engine.values()) {
        if (isShown(sample, engine) && wanted.test(ROW + sample.title() + " / " + engine.title())) {
          Map<Engine, Figure> row =
              texts.computeIfAbsent(sample, key -> new EnumMap<>(Engine.class));
          measure(forks, sample, engine, row);
        }
      }
    }
    Map<Engine, String> rules = new EnumMap<>(Engine.class);
    for (Map<Engine, Figure> row : texts.values()) {
      row.keySet().forEach(engine -> rules.computeIfAbsent(engine, forks::rules));
    }
    Map<String, Figure> fields = new LinkedHashMap<>();
    for (Map.Entry<String, String> value : VALUES.entrySet()) {
      if (wanted.test(ROW + value.getKey())) {
        String benchmark = Fields.class.getName() + "." + value.getValue();
        fields.put(value.getKey(), forks.bare(benchmark, Effort.STEADY));
      }
    }
    return new Filtered(texts, rules, fields);
  }

  private static void measure(Forks forks, Sample sample, Engine engine, Map<Engine, Figure> row)
      throws IOException {
    Effort effort = engine == Engine.GUARD ? Effort.STEADY : Effort.BRIEF;
    try {
      row.put(engine, forks.filtering(engine, sample, effort, size(sample, engine)));
    } catch (IOException e) {
      if (engine != Engine.HYPERSCAN) {
        throw e;
      }
      System.out.println("Hyperscan is left out: its library does not load here");
    }
  }

  /** How many characters are looked through. */
  private static int size(Sample sample, Engine engine) {
    return engine.isSlow() ? Math.min(SLOW, sample.size()) : sample.size();
  }

  /** A few of the texts are for Guard alone: others show there what they show elsewhere. */
  private static boolean isShown(Sample sample, Engine engine) {
    return engine == Engine.GUARD || (sample != Sample.WIDE && sample != Sample.NEARER);
  }

  /** Text, filter, its rules, megabytes in a second, and how many times as many Guard does. */
  Table table() {
    Table table = new Table(2, "text", "filter", "rules", "time", "MB/s", "Guard / this");
    texts.forEach(
        (sample, engines) ->
            engines.forEach(
                (engine, figure) -> {
                  double speed = size(sample, engine) * 1e3 / figure.nanos();
                  Figure guard = engines.get(Engine.GUARD);
                  double guards = guard == null ? 0 : sample.size() * 1e3 / guard.nanos();
                  table.row(
                      sample.title(),
                      engine.title(),
                      rules.getOrDefault(engine, "–"),
                      figure,
                      String.format(Locale.ROOT, speed < 10 ? "%.2f" : "%.0f", speed),
                      guards == 0 || engine == Engine.GUARD
                          ? "–"
                          : String.format(Locale.ROOT, "%,.1f", guards / speed));
                }));
    fields.forEach(
        (what, figure) ->
            table.row(what, "Guard", rules.getOrDefault(Engine.GUARD, "–"), figure, "–", "–"));
    return table;
  }
}
