package io.agenttool.guard.bench.process;

import io.agenttool.guard.bench.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What looking at a class for tools costs, over those that the Spring Boot application loads. */
public final class Scanning {
  private static final int JVMS = 5;

  private final Setup setup;
  private final Path guardJar;

  /**
   * @param setup with the application
   */
  public Scanning(Setup setup, Path guardJar) {
    this.setup = setup;
    this.guardJar = guardJar;
  }

  /**
   * What was measured.
   *
   * @param classes how many were looked at
   * @param first nanoseconds a class, on average, in the order of the start, in a JVM just started
   * @param again the same, once the JVM has compiled the scan
   */
  public record Result(int classes, double first, double again) {}

  /** Measures it; {@code null} where the application was not built. */
  public @Nullable Result run() throws IOException, InterruptedException {
    if (setup.spring() == null) {
      return null;
    }
    try (Scratch scratch = new Scratch("guard-scan")) {
      Path names = scratch.path().resolve("names");
      writeShown(names, scratch.path());
      List<Result> results = new ArrayList<>();
      for (int i = 0; i < JVMS; i++) {
        results.add(once(scratch.path(), names));
      }
      results.sort((one, other) -> Double.compare(one.first(), other.first()));
      return results.get(JVMS / 2);
    }
  }

  /** Writes the names of the classes that the application loads from its class path, in order. */
  private void writeShown(Path names, Path folder) throws IOException, InterruptedException {
    Path agent = AgentJar.write(Shown.class, folder.resolve("shown.jar"));
    List<String> command = new ArrayList<>(setup.command(Launch.BARE_SPRING, folder));
    command.add(1, "-javaagent:" + agent + "=" + names);
    output(command, folder);
  }

  private Result once(Path folder, Path names) throws IOException, InterruptedException {
    List<String> lines =
        output(
            List.of(
                Setup.java(),
                "-cp",
                System.getProperty("java.class.path"),
                ScanFork.class.getName(),
                guardJar.toString(),
                names.toString(),
                String.valueOf(setup.spring())),
            folder);
    String[] figures = lines.get(lines.size() - 1).split(" ", -1);
    return new Result(
        Integer.parseInt(figures[0]),
        Double.parseDouble(figures[1]),
        Double.parseDouble(figures[2]));
  }

  private static List<String> output(List<String> command, Path folder)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    List<String> lines = Files.readAllLines(output);
    if (status != 0 || lines.isEmpty()) {
      throw new IOException(command + " ended with " + status + ": " + lines);
    }
    return lines;
  }
}
