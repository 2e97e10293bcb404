package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an MCP server that nobody guards says of its tools counts behind Spring AI's client. */
class McpHintsIT {
  private static final Path PROGRAM = Path.of("src/test/later/SpringAiHints.java").toAbsolutePath();

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void whatTheServerSaysDestroysIsConfirmedAndOthersAreNot(Jdk jdk) throws Exception {
    GuardedRun run = new GuardedRun(jdk, folder).set("confirm.timeout", "1s");
    String classPath = FrameworkApp.SPRING_AI.classPath();
    Ended ended =
        run.end(run.start(List.of("-cp", classPath, PROGRAM.toString(), PROGRAM.toString())));

    assertThat(ended.out())
        .as(ended.err())
        .containsPattern("drop threw: .*Guard denied drop: .*confirm.timeout")
        .containsPattern("add: .*done")
        .containsPattern("other: .*done");
    assertThat(folder.resolve("drop.ran")).doesNotExist();
    assertThat(folder.resolve("add.ran")).exists();
    assertThat(folder.resolve("other.ran")).exists();
  }
}
