package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenttool.guard.it.GuardedRun.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the MCP Java SDK's handlers can do beyond a call with a text: {@code McpHandlers}. */
class McpHandlersIT {
  private static final Path PROGRAM = Path.of("src/test/later/McpHandlers.java").toAbsolutePath();

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void hintsBindStructureIsFilteredAndACallWithinACallHasAParent(Jdk jdk) throws Exception {
    String key = "AK" + "IA" + "Q3EGRIUJ7TQBL2NV";
    GuardedRun run =
        new GuardedRun(jdk, folder)
            .set("annotations", "McpHandlers$Act")
            .set("confirm.timeout", "1s");
    String classPath = FrameworkApp.MCP_SDK.classPath();
    Ended ended = run.end(run.start(List.of("-cp", classPath, PROGRAM.toString(), key)));

    assertThat(ended.out())
        .as(ended.err())
        .doesNotContain(key)
        .containsPattern("drop: .*Guard denied drop: .*confirm.timeout.*\"isError\":true")
        .containsPattern("look: .*looked")
        .containsPattern("structured: .*REDACTED_AWS_KEY.*\"structuredContent\"")
        .containsPattern("outer: .*out and in")
        .containsPattern("failing.*no \\[REDACTED_AWS_KEY]");
    for (String tool : List.of("drop", "look", "structured", "outer", "inner", "failing")) {
      assertThat(ended.audit("intent", tool)).as(tool).hasSize(1);
      assertThat(ended.audit("outcome", tool)).as(tool).hasSize(1);
    }
    JsonNode outer = ended.audit("intent", "outer").get(0);
    JsonNode inner = ended.audit("intent", "inner").get(0);
    assertThat(inner.path("parent")).isEqualTo(outer.path("call"));
    assertThat(inner.path("caller")).isEqualTo(outer.path("caller"));
  }
}
