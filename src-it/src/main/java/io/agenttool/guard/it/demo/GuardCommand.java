package io.agenttool.guard.it.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code java -jar guard.jar}, as an operator types it.
 *
 * @param jar guard.jar
 * @param dir {@code guard.dir} of the guarded application
 * @param scratch where it is started
 */
record GuardCommand(Path jar, Path dir, Path scratch) {

  /** Runs a command to its end. */
  Jvm.Ended run(String... words) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-Dguard.dir=" + dir, "-jar", jar.toString()));
    arguments.addAll(List.of(words));
    Path log = Files.createTempFile(scratch, words[0], ".log");
    try {
      return Jvm.run(scratch, log, 1, arguments);
    } finally {
      Files.delete(log);
    }
  }
}
