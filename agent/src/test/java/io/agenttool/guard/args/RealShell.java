package io.agenttool.guard.args;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The machine's own shell, in a folder of its own. */
final class RealShell {
  private RealShell() {}

  /** Runs a command line and returns what it printed. */
  static String run(String shell, Path folder, String line, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder.getParent(), "out", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(shell, "-c", line)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new IOException("the shell did not end");
      }
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  /** Splits what {@code printf '%s\0'} printed. */
  static List<String> words(String printed) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = printed.indexOf('\0'); at >= 0; at = printed.indexOf('\0', from)) {
      words.add(printed.substring(from, at));
      from = at + 1;
    }
    return words;
  }

  /** The shells of this machine. */
  static List<String> shells() {
    List<String> shells = new ArrayList<>();
    for (String shell : List.of("/bin/sh", "/bin/dash", "/bin/bash")) {
      if (Files.isExecutable(Path.of(shell))) {
        shells.add(shell);
      }
    }
    return shells;
  }
}
