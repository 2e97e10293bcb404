package io.agenttool.guard.bench.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;

/** Programs of this machine. */
public final class Programs {
  private Programs() {}

  /**
   * Runs a program to its end.
   *
   * @return what it printed, standard error included
   * @throws IllegalStateException where it cannot be started or fails, with what it printed
   */
  public static String output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(List.of(command) + " failed: " + output.strip());
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether a program is there and ends well. */
  public static boolean works(String... command) {
    try {
      output(command);
      return true;
    } catch (IllegalStateException | UncheckedIOException e) {
      return false;
    }
  }
}
