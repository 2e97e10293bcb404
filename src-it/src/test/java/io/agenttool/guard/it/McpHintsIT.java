package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an MCP server says of its tools counts behind the frameworks' clients: {@code HintServer}
 * runs in a JVM that nobody guards.
 */
class McpHintsIT {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void whatTheServerSaysDestroysIsConfirmedBehindSpringAi(Jdk jdk) throws Exception {
    check(jdk, FrameworkApp.SPRING_AI, "SpringAiHints");
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void andBehindLangChain4jWhateverTheModelIsShown(Jdk jdk) throws Exception {
    check(jdk, FrameworkApp.LANGCHAIN4J, "LangChain4jHints");
  }

  private void check(Jdk jdk, FrameworkApp app, String client) throws Exception {
    GuardedRun run = new GuardedRun(jdk, folder).set("confirm.timeout", "1s");
    String server = program("HintServer");
    Ended ended = run.end(run.start(List.of("-cp", app.classPath(), program(client), server)));

    assertThat(ended.out())
        .as(ended.err())
        .containsPattern("drop threw: .*Guard denied (far_)?drop: .*confirm.timeout")
        .containsPattern("add: .*done")
        .containsPattern("look: .*done")
        .containsPattern("other: .*done");
    assertThat(folder.resolve("drop.ran")).doesNotExist();
    assertThat(folder.resolve("add.ran")).exists();
    assertThat(folder.resolve("look.ran")).exists();
    assertThat(folder.resolve("other.ran")).exists();
  }

  private static String program(String name) {
    return Path.of("src/test/later", name + ".java").toAbsolutePath().toString();
  }
}
