package io.agenttool.guard.bench;

import io.agenttool.guard.bench.calls.Fork;
import io.agenttool.guard.bench.filter.Engine;
import io.agenttool.guard.bench.filter.Sample;
import io.agenttool.guard.bench.filter.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs one benchmark at a time, in JVMs with Guard or without. */
final class Forks {
  private final GuardSetup guard;
  private final Path logs;

  /**
   * @param logs the folder that gets what JMH says, a file for each run
   */
  Forks(GuardSetup guard, Path logs) {
    this.guard = guard;
    this.logs = logs;
  }

  /** Measures in JVMs without Guard. */
  Figure bare(String benchmark, Effort effort) throws IOException {
    return run("bare", benchmark, effort, List.of());
  }

  /** Measures how long a text takes, or as much of it as {@code most} says. */
  Figure filtering(Engine engine, Sample sample, Effort effort, int most) throws IOException {
    return run(
        sample.name(),
        engine.benchmark(),
        options ->
            effort.on(options).param("sample", sample.name()).param("most", String.valueOf(most)),
        List.of());
  }

  /** How many of the rules of the guard.jar that is measured a filter takes. */
  String rules(Engine engine) {
    return Taken.of(engine, guard.jar());
  }

  /** Measures in JVMs with Guard; the log that they write is deleted. */
  Figure guarded(String benchmark, Effort effort) throws IOException {
    try (Scratch dir = new Scratch("guard-dir")) {
      return run("guarded", benchmark, effort, guard.arguments(dir.path()));
    }
  }

  private Figure run(String name, String benchmark, Effort effort, List<String> arguments)
      throws IOException {
    return run(name, benchmark, effort::on, arguments);
  }

  private Figure run(
      String name,
      String benchmark,
      UnaryOperator<ChainedOptionsBuilder> effort,
      List<String> arguments)
      throws IOException {
    Path log = Files.createDirectories(logs).resolve(shortened(benchmark) + "-" + name + ".log");
    List<String> all = new ArrayList<>(arguments);
    all.add("-Xmx1g");
    all.add("-D" + Fork.GUARDED + "=" + !arguments.isEmpty());
    all.add("-D" + Fork.FOLDER + "=" + guard.inputs());
    all.add("-D" + Fork.GUARD_JAR + "=" + guard.jar());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmark) + "$")
            .jvmArgsAppend(all.toArray(String[]::new))
            .shouldFailOnError(true)
            .output(log.toString());
    try {
      Collection<RunResult> results = new Runner(effort.apply(options).build()).run();
      if (results.size() != 1) {
        throw new IOException(benchmark + " was measured " + results.size() + " times: " + log);
      }
      Result<?> result = results.iterator().next().getPrimaryResult();
      return new Figure(result.getScore(), result.getScoreError());
    } catch (RunnerException e) {
      throw new IOException(benchmark + " (" + name + ") failed: see " + log, e);
    }
  }

  /** {@code Class.method}. */
  private static String shortened(String benchmark) {
    return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
  }
}
