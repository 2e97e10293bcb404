package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Idle;
import io.agenttool.guard.it.apps.Shapes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeavingIT {
  private static final List<String> TOOLS =
      List.of(
          "generic",
          "inherited",
          "interfaceDefault",
          "staticWide",
          "privateOne",
          "finalOne",
          "nothing",
          "packageOne",
          "throwing",
          "langchain");

  @TempDir Path bareFolder;
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void everyShapeOfToolDoesWhatItDidAndIsAudited(Jdk jdk) throws Exception {
    Ended bare = run(jdk, bareFolder).bare().run(Shapes.class);
    GuardedRun run = run(jdk, folder);
    Ended guarded = run.run(Shapes.class);

    assertThat(bare.out()).contains("nested 2").contains("throwing as it was");
    assertThat(guarded.out()).isEqualTo(bare.out());
    for (String tool : TOOLS) {
      int calls = tool.equals("packageOne") ? 2 : 1;
      assertThat(guarded.audit("intent", tool)).as(tool).hasSize(calls);
      assertThat(guarded.audit("outcome", tool)).as(tool).hasSize(calls);
    }
    assertThat(run.command("audit", "verify", ".guard/audit.jsonl").exit()).isZero();
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aToolCalledByAToolIsACallOfItsOwnWithItsParent(Jdk jdk) throws Exception {
    Ended guarded = run(jdk, folder).run(Shapes.class);

    List<JsonNode> intents = guarded.audit("intent", "nested");
    assertThat(intents).hasSize(3);
    assertThat(intents.get(0).has("parent")).isFalse();
    assertThat(intents.get(1).path("parent")).isEqualTo(intents.get(0).path("call"));
    assertThat(intents.get(2).path("parent")).isEqualTo(intents.get(1).path("call"));
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void theJvmHasNothingToWarnAbout(Jdk jdk) throws Exception {
    assertThat(run(jdk, folder).run(Shapes.class).err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void anApplicationWithoutToolsLeavesNoTrace(Jdk jdk) throws Exception {
    Ended ended = run(jdk, folder).run(Idle.class);

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).isEqualTo("idle\n");
    assertThat(ended.err()).isEmpty();
    assertThat(Files.exists(folder.resolve(".guard"))).isFalse();
  }

  private static GuardedRun run(Jdk jdk, Path folder) {
    return new GuardedRun(jdk, folder)
        .classPath(Path.of("target/test-lib/langchain4j-core.jar").toAbsolutePath());
  }
}
