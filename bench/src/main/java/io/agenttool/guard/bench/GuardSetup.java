package io.agenttool.guard.bench;

import io.agenttool.guard.bench.calls.Fork;
import io.agenttool.guard.bench.calls.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a guarded JVM is started with.
 *
 * @param jar guard.jar
 * @param inputs the folder with the policy and the file that tools read
 */
record GuardSetup(Path jar, Path inputs) {
  /** Writes the policy and the file. */
  static GuardSetup in(Path inputs, Path jar) throws IOException {
    Files.writeString(inputs.resolve(Fork.PAGE), Texts.prose(400));
    Files.writeString(policy(inputs), policyText(inputs));
    return new GuardSetup(jar, inputs);
  }

  /** The JVM's arguments, with a folder for the log. */
  List<String> arguments(Path dir) {
    return List.of("-javaagent:" + jar, "-Dguard.policy=" + policy(inputs), "-Dguard.dir=" + dir);
  }

  /** The JVM's arguments, without a policy file. */
  List<String> argumentsWithoutPolicy(Path dir) {
    return List.of("-javaagent:" + jar, "-Dguard.dir=" + dir);
  }

  private static String policyText(Path root) {
    return """
        tools:
          runCommand:
            args:
              command: {kind: command, allow: [ls, git, mvn]}
          openFile:
            args:
              path: {kind: path, within: ['%1$s']}
          readPage:
            args:
              path: {kind: path, within: ['%1$s']}
        """
        .formatted(root);
  }

  private static Path policy(Path inputs) {
    return inputs.resolve("guard.yaml");
  }
}
