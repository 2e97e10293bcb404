package io.agenttool.guard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM loads for its settings before its {@code main}. */
class LeanStartTest {
  @TempDir Path folder;

  /** Reads the settings of its JVM. */
  static final class Start {
    private Start() {}

    public static void main(String[] arguments) {
      Settings settings = Settings.load(Sources.ofThisJvm("mode=monitor,confirm.timeout=1m"));
      ToolPolicy policy = settings.policyFor("t", ToolHints.NONE, List.of(), "a.B#t()");
      if (policy.confirm()) {
        throw new IllegalStateException();
      }
    }
  }

  @Test
  void withoutAPolicyFileNeitherYamlNorRegularExpressionsNorLambdasAreLoaded() throws Exception {
    assertThat(loaded(List.of()))
        .contains("io.agenttool.guard.settings.Settings")
        .noneMatch(name -> name.startsWith("org.yaml."))
        .noneMatch(name -> name.startsWith("com.fasterxml."))
        .noneMatch(name -> name.startsWith("com.google.re2j."))
        .noneMatch(name -> name.startsWith("java.lang.runtime.ObjectMethods"))
        .noneMatch(name -> name.contains("settings.") && name.contains("$$Lambda"))
        .doesNotContain("io.agenttool.guard.settings.PolicyYaml");
  }

  @Test
  void withAPolicyFileYamlIsLoaded() throws Exception {
    Path policy = Files.writeString(folder.resolve("guard.yaml"), "mode: enforce");

    assertThat(loaded(List.of("-Dguard.policy=" + policy)))
        .anyMatch(name -> name.startsWith("org.yaml."));
  }

  private List<String> loaded(List<String> options) throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.add("-Xlog:class+load=info:file=" + log + ":none");
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Start.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GUARD_"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      names.add(line.strip().split(" ", 2)[0]);
    }
    return names;
  }
}
