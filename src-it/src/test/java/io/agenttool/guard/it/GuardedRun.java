package io.agenttool.guard.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run of an application in a JVM of its own, under guard.jar or bare. */
final class GuardedRun {
  /** What the build packaged. */
  static final Path JAR =
      Path.of("..", "agent", "target", "guard.jar").toAbsolutePath().normalize();

  private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Jdk jdk;
  private final Path folder;
  private final List<String> first = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> classPath = new ArrayList<>();
  private String agent = "-javaagent:" + JAR;

  /**
   * @param jdk runs it
   * @param folder where it starts; {@code guard.dir} is {@code .guard} there
   */
  GuardedRun(Jdk jdk, Path folder) {
    this.jdk = jdk;
    this.folder = folder;
    classPath.add(TEST_CLASSES.toString());
  }

  /**
   * What came of a run.
   *
   * @param exit its exit status
   * @param out what it printed to standard output
   * @param err what it printed to standard error
   * @param folder where it ran
   */
  record Ended(int exit, String out, String err, Path folder) {

    /** The audit log's lines. */
    List<JsonNode> audit() throws IOException {
      List<JsonNode> lines = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve(".guard/audit.jsonl"))) {
        lines.add(JSON.readTree(line));
      }
      return lines;
    }

    /** The audit log's lines of one kind and tool. */
    List<JsonNode> audit(String kind, String tool) throws IOException {
      return audit().stream()
          .filter(line -> line.path("kind").asText().equals(kind))
          .filter(line -> line.path("tool").asText().equals(tool))
          .toList();
    }
  }

  /** Leaves the agent out. */
  GuardedRun bare() {
    agent = "-Dbare=true";
    return this;
  }

  /** Gives the agent an argument. */
  GuardedRun agentArgument(String argument) {
    agent = "-javaagent:" + JAR + "=" + argument;
    return this;
  }

  /** Adds an option of the JVM. */
  GuardedRun with(String option) {
    options.add(option);
    return this;
  }

  /** Adds an option of the JVM before the agent. */
  GuardedRun first(String option) {
    first.add(option);
    return this;
  }

  /** Adds a setting. */
  GuardedRun set(String name, String value) {
    return with("-Dguard." + name + "=" + value);
  }

  /** Writes the policy file and names it. */
  GuardedRun policy(String yaml) throws IOException {
    Path file = folder.resolve("guard.yaml");
    Files.writeString(file, yaml);
    return set("policy", file.toString());
  }

  /** Adds to the application's class path. */
  GuardedRun classPath(Path entry) {
    classPath.add(entry.toString());
    return this;
  }

  /** Starts it. */
  Process start(Class<?> main, String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), main.getName()));
    words.addAll(List.of(arguments));
    return start(words);
  }

  /** Starts what these words of a {@code java} command line name. */
  Process start(List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(jdk.home().resolve("bin/java").toString());
    command.addAll(first);
    command.add(agent);
    command.addAll(options);
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL"));
    return builder.start();
  }

  /** Runs it to its end. */
  Ended run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    return end(start(main, arguments));
  }

  /** Waits for its end. */
  Ended end(Process process) throws IOException, InterruptedException {
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        throw new IOException("it did not end: " + Files.readString(folder.resolve("err.txt")));
      }
    } finally {
      process.destroyForcibly();
    }
    return new Ended(
        process.exitValue(),
        Files.readString(folder.resolve("out.txt")),
        Files.readString(folder.resolve("err.txt")),
        folder);
  }

  /** Runs {@code java -jar guard.jar WORDS} in the same folder. */
  Ended command(String... words) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory(folder, "command");
    List<String> command = new ArrayList<>();
    command.add(jdk.home().resolve("bin/java").toString());
    command.addAll(options.stream().filter(option -> option.startsWith("-Dguard.dir")).toList());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(scratch.resolve("out.txt").toFile())
            .redirectError(scratch.resolve("err.txt").toFile())
            .start();
    process.waitFor();
    return new Ended(
        process.exitValue(),
        Files.readString(scratch.resolve("out.txt")),
        Files.readString(scratch.resolve("err.txt")),
        folder);
  }
}
