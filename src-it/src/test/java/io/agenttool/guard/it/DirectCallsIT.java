package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenttool.guard.it.GuardedRun.Ended;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executors of LangChain4j that its service does not call, as its first versions' did not. */
class DirectCallsIT {
  private static final Path PROGRAM = Path.of("src/test/later/DirectCalls.java").toAbsolutePath();
  private static final String POLICY =
      """
      tools:
        act: {args: {a: {max: 1}}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void lambdasReferencesAndWrappersAreGuardedOnceACall(Jdk jdk) throws Exception {
    Ended ended = run(new GuardedRun(jdk, folder).policy(POLICY));

    List<String> lines = ended.out().lines().toList();
    assertThat(lines).as(ended.err()).hasSize(9);
    assertThat(lines.get(0)).isEqualTo("lambda saw {\"a\":1}");
    assertThat(lines.get(3)).isEqualTo("method saw {\"a\":1}");
    assertThat(lines.get(5)).isEqualTo("wrapped lambda saw {\"a\":1}");
    assertThat(lines.get(7)).isEqualTo("lambda saw {\"a\":1}");
    assertThat(lines.get(2)).contains("[rule entry.arguments");
    for (int refused : new int[] {1, 2, 4, 6, 8}) {
      assertThat(lines.get(refused)).startsWith("threw: Guard denied act: ");
    }
    assertThat(statuses(ended)).hasSize(9);
    assertThat(Collections.frequency(statuses(ended), "returned")).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void whereGuardOnlyWatchesTheyRunAndThatIsRecorded(Jdk jdk) throws Exception {
    Ended ended = run(new GuardedRun(jdk, folder).policy(POLICY).set("mode", "monitor"));

    assertThat(ended.out()).doesNotContain("threw").contains("saw {\"a\":2}", "lambda saw a=1");
    assertThat(statuses(ended)).containsOnly("returned").hasSize(9);
    assertThat(ended.audit("outcome", "act").get(2).toString())
        .contains("entry.arguments", "would-deny");
  }

  private static Ended run(GuardedRun run) throws Exception {
    String classPath = FrameworkApp.LANGCHAIN4J.classPath();
    return run.end(run.start(List.of("-cp", classPath, PROGRAM.toString())));
  }

  private static List<String> statuses(Ended ended) throws Exception {
    return ended.audit("outcome", "act").stream()
        .map(line -> line.path("status"))
        .map(JsonNode::asText)
        .toList();
  }
}
