package io.agenttool.guard.bench;

import io.agenttool.guard.bench.process.Launch;
import io.agenttool.guard.bench.process.Launches;
import io.agenttool.guard.bench.process.Launches.Medians;
import io.agenttool.guard.bench.process.Scanning;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures, for a reader. */
final class Report {
  private final Machine machine;
  private final Measured measured;

  Report(Machine machine, Measured measured) {
    this.machine = machine;
    this.measured = measured;
  }

  @Override
  public String toString() {
    return """
    # What Guard costs

    <!-- Written by mvn -q -Pbench verify -->

    %s
    ## A tool call

    Calls in a JVM started with `-javaagent:guard.jar` and a policy file, beside the same calls in a JVM
    without. The tools' bodies do as good as nothing, so that *guarded / bare* is the worst there can be;
    what a call costs more is *added*, and what of that the line of defence itself costs, beyond the two
    audit lines that every call has, is *its own*. The mean of one thread's calls ± half of its 99.9 %%
    confidence interval (JMH).

    %s
    %sThe confirmation is measured by Guard's own class and not through the agent: a whole call would measure
    how soon a person answers. It is the digest that the approval is bound to, of a call with 1 kB of text.

    ## Beside others

    The same inputs, the same run. *Guard* is what Guard adds for the audit, the line of defence's own cost
    elsewhere, and the whole call for Python.

    %s
    ## Filtering text

    Guard's filter by itself, all its rules, beside others that look for the same rules as regular
    expressions, without what Guard's code checks besides. Aho-Corasick looks for the keywords alone, of
    which each would have to be confirmed; Hyperscan is native code and reports each rule once. *Rules*
    says how many of Guard's a filter takes: the others are not looked for. Regular expressions are given
    16 kB of a text at most. Guard alone replaces what it finds.

    %s
    ## A whole JVM

    From the start of the process to its end, and the most memory it had resident: medians of %d starts
    (%d of Spring Boot), the JVMs in turn. An agent that does nothing shows what the JVM takes for any:
    with one, it no longer starts from its archived modules. The OpenTelemetry Java agent is 2.33.1 with
    its SDK disabled. Where the time goes: [docs/performance.md](../docs/performance.md).

    %s%s"""
        .formatted(
            machine.text(),
            calls(),
            containers(),
            peers(),
            measured.filtered().table(),
            Launches.rounds(Launch.BARE),
            Launches.rounds(Launch.BARE_SPRING),
            launches(),
            scanning());
  }

  private Table calls() {
    Table table =
        new Table(
            2, "line of defence", "call", "bare", "guarded", "guarded / bare", "added", "its own");
    for (Guarded row : Guarded.values()) {
      Figure bare = measured.bare().get(row);
      Figure guarded = measured.guarded().get(row);
      if (guarded != null) {
        table.row(
            row.defence(),
            row.call(),
            orDash(bare),
            guarded,
            bare == null ? "–" : guarded.over(bare),
            orDash(measured.added(row)),
            orDash(measured.own(row)));
      }
    }
    if (measured.fingerprint() != null) {
      String what = "the fingerprint of a call with 1 kB of text";
      table.row("confirmation", what, "–", "–", "–", "–", measured.fingerprint());
    }
    return table;
  }

  private String containers() {
    return measured.noEngine() == null
        ? ""
        : "The sandbox was not measured: " + measured.noEngine() + ".\n\n";
  }

  private Table peers() {
    Table table = new Table(2, "what Guard does", "the other", "Guard", "other", "Guard / other");
    measured
        .peers()
        .forEach(
            (peer, figure) -> {
              Guarded row = peer.beside();
              Figure guard = besides(row);
              table.row(
                  row.title(),
                  peer.what(),
                  orDash(guard),
                  figure,
                  guard == null ? "–" : guard.over(figure));
            });
    return table;
  }

  private @Nullable Figure besides(Guarded row) {
    return switch (row) {
      case AUDIT -> measured.added(row);
      case PYTHON -> measured.guarded().get(row);
      default -> measured.own(row);
    };
  }

  private Table launches() {
    Table table = new Table(1, "JVM", "time", "added", "ratio", "memory", "added", "ratio");
    measured
        .launches()
        .forEach(
            (launch, medians) -> {
              Medians bare = measured.launches().getOrDefault(launch.bare(), medians);
              boolean isBare = launch == launch.bare();
              table.row(
                  launch.what(),
                  millis(medians.nanos()),
                  isBare ? "–" : millis(medians.nanos() - bare.nanos()),
                  isBare ? "–" : ratio(medians.nanos(), bare.nanos()),
                  mebibytes(medians.kibibytes()),
                  isBare ? "–" : mebibytes(medians.kibibytes() - bare.kibibytes()),
                  isBare ? "–" : ratio(medians.kibibytes(), bare.kibibytes()));
            });
    return table;
  }

  private String scanning() {
    Scanning.Result scanning = measured.scanning();
    return scanning == null
        ? ""
        : String.format(
            Locale.ROOT,
            """

            Looking for tools at each of the %,d classes that the Spring Boot application loads takes %.1f µs a
            class on average in a JVM just started, %.1f µs when the JVM has compiled the scan.
            """,
            scanning.classes(),
            scanning.first() / 1e3,
            scanning.again() / 1e3);
  }

  private static String orDash(@Nullable Figure figure) {
    return figure == null ? "–" : figure.toString();
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
  }

  private static String mebibytes(long kibibytes) {
    return String.format(Locale.ROOT, "%.1f MiB", kibibytes / 1024.0);
  }

  private static String ratio(long value, long base) {
    return base == 0 ? "–" : String.format(Locale.ROOT, "%.2f", value / (double) base);
  }
}
