package io.agenttool.sample.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Programs {

  /**
   * What came of it.
   *
   * @param exitCode its exit status; 124, as of timeout(1), where it was killed for taking too long
   * @param output its standard output
   * @param error its standard error
   */
  record Ended(int exitCode, String output, String error) {}

  private Programs() {}

  /**
   * @param builder what to run
   * @param input its standard input
   * @param seconds after which it is killed
   */
  static Ended run(ProcessBuilder builder, String input, long seconds) {
    try {
      // Files, not pipes: a child left in the background may hold a pipe open for good.
      Path output = Files.createTempFile("output", ".txt");
      Path error = Files.createTempFile("error", ".txt");
      try {
        Process process =
            builder.redirectOutput(output.toFile()).redirectError(error.toFile()).start();
        int exitCode = feedAndWait(process, input, seconds);
        return new Ended(exitCode, Files.readString(output), Files.readString(error));
      } finally {
        Files.delete(output);
        Files.delete(error);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int feedAndWait(Process process, String input, long seconds) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(UTF_8));
    } catch (IOException endedWithoutReading) {
      // Its exit status says the rest.
    }
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      return 124;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return 124;
    }
  }
}
