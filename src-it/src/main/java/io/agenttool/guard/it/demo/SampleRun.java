package io.agenttool.guard.it.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of the sample application in a folder of its own.
 *
 * @param app the application's jar
 * @param folder an empty folder
 * @param log where its output goes
 */
record SampleRun(Path app, Path folder, Path log) {

  /**
   * Runs it to its end.
   *
   * @param options of its JVM
   * @return the steps it took
   * @throws IOException if it failed
   */
  List<Told> steps(List<String> options) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path transcript = folder.resolve("transcript.jsonl");
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-jar", app.toString(), transcript.toString()));
    Jvm.Ended ended = Jvm.run(folder, log, 10, arguments);
    if (ended.exitCode() != 0) {
      throw new IOException(
          "the sample application ended with " + ended.exitCode() + ":\n" + ended.output());
    }
    return Told.read(transcript);
  }
}
