package io.agenttool.guard.it.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, of the version that this one is. */
final class Jvm {

  /**
   * What came of it.
   *
   * @param exitCode its exit status
   * @param output what it printed, standard error included
   */
  record Ended(int exitCode, String output) {}

  private Jvm() {}

  /**
   * Runs {@code java ARGUMENTS} to its end.
   *
   * @param folder where it starts
   * @param log where its output goes
   * @param minutes after which it is killed
   */
  static Ended run(Path folder, Path log, int minutes, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
        throw new IOException(
            "java " + String.join(" ", arguments) + " did not end in " + minutes + " min: " + log);
      }
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(log));
  }
}
