package io.agenttool.guard.bench.process;

import io.agenttool.guard.bench.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Starts each of the JVMs in turn, round after round, so that a change of the machine hits all. */
public final class Launches {
  private static final int WARM_UPS = 2;
  private static final int ROUNDS = 15;

  private static final int SPRING_ROUNDS = 10;

  private final Setup setup;

  /**
   * @param setup what they are started with
   */
  public Launches(Setup setup) {
    this.setup = setup;
  }

  /** How often a launch is measured. */
  public static int rounds(Launch launch) {
    return launch.app() == Launch.App.SPRING ? SPRING_ROUNDS : ROUNDS;
  }

  /** Runs them all; the first rounds only bring the files into memory. */
  public Map<Launch, Medians> run() throws IOException, InterruptedException {
    Map<Launch, List<Run>> runs = new EnumMap<>(Launch.class);
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      for (Launch launch : Launch.values()) {
        if (round >= rounds(launch) || !setup.has(launch)) {
          continue;
        }
        Run run = once(launch);
        if (round >= 0) {
          runs.computeIfAbsent(launch, l -> new ArrayList<>()).add(run);
        }
      }
    }
    Map<Launch, Medians> medians = new EnumMap<>(Launch.class);
    runs.forEach((launch, all) -> medians.put(launch, Medians.of(all)));
    return medians;
  }

  private Run once(Launch launch) throws IOException, InterruptedException {
    try (Scratch scratch = new Scratch("guard-start")) {
      Path output = scratch.path().resolve("output");
      List<String> command = setup.command(launch, scratch.path().resolve("guard"));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      long start = System.nanoTime();
      int status = builder.start().waitFor();
      long nanos = System.nanoTime() - start;
      List<String> lines = Files.readAllLines(output);
      if (status != 0) {
        throw new IOException(launch.what() + " ended with " + status + ": " + lines);
      }
      return new Run(nanos, PeakMemory.kibibytes(lines));
    }
  }

  /** One JVM, from its start to its end. */
  private record Run(long nanos, OptionalLong kibibytes) {}

  /**
   * What is in the middle.
   *
   * @param nanos from the start of the process to its end
   * @param kibibytes the most memory resident; 0 where the system does not tell
   */
  public record Medians(long nanos, long kibibytes) {
    static Medians of(List<Run> runs) {
      return new Medians(
          middle(runs.stream().mapToLong(Run::nanos).sorted().toArray()),
          middle(runs.stream().mapToLong(run -> run.kibibytes().orElse(0)).sorted().toArray()));
    }

    private static long middle(long[] sorted) {
      return sorted[sorted.length / 2];
    }
  }
}
