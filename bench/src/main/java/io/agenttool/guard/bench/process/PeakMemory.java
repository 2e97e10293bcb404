package io.agenttool.guard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The most memory that a process has had resident, as Linux counts it (proc(5), VmHWM). */
final class PeakMemory {
  private static final String FIELD = "VmHWM:";
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemory() {}

  /** Of this process until now, for {@link #kibibytes} to read; empty where it is not Linux's. */
  static String line() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return "";
    }
    try (var lines = Files.lines(STATUS)) {
      return lines.filter(line -> line.startsWith(FIELD)).findFirst().orElse("");
    }
  }

  /** What a process printed of itself, in KiB. */
  static OptionalLong kibibytes(List<String> output) {
    return output.stream()
        .filter(line -> line.startsWith(FIELD))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst();
  }
}
