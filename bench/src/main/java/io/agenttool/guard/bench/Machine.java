package io.agenttool.guard.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** What the figures were measured on, as it was when they began. */
record Machine(String text) {

  static Machine here() throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        String.format(
            Locale.ROOT,
            """
            | | |
            |---|---|
            | date | %s |
            | machine | %s, %d cores, %d GiB, %s %s |
            | load average when it began | %.1f |
            | JDK | %s %s |
            """,
            ZonedDateTime.now(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)),
            processor(),
            system.getAvailableProcessors(),
            Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
            system.getName(),
            system.getVersion(),
            system.getSystemLoadAverage(),
            System.getProperty("java.vm.name"),
            Runtime.version()));
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (Files.isReadable(info)) {
      try (Stream<String> lines = Files.lines(info)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      }
    }
    return System.getProperty("os.arch");
  }
}
