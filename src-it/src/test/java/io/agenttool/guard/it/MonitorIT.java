package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenttool.guard.it.GuardedRun.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mode: monitor}: what would have happened is in the audit log, and did not happen. */
class MonitorIT {
  private static final String POLICY =
      """
      tools:
        write_file: {args: {path: {kind: path, within: [workspace]}}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void everythingIsLetThroughAsItCameAndRecorded(Jdk jdk) throws Exception {
    GuardedRun run = new GuardedRun(jdk, folder).policy(POLICY).set("mode", "monitor");
    Ended ended = run.end(run.start(FrameworkApp.LANGCHAIN4J.words(folder)));

    assertThat(ended.err()).contains("guard.mode=monitor: NOTHING IS STOPPED");
    for (String play : List.of("annotation", "executor", "mcp")) {
      assertThat(ended.out())
          .containsPattern(play + ".*\"step\":\"honest\".*\"effect\":\"written\"")
          .containsPattern(play + ".*\"step\":\"forbidden\".*\"effect\":\"written\"")
          .containsPattern(play + ".*\"step\":\"secret\".*\"effect\":\"leaked\"");
    }
    assertThat(statuses(ended, "write_file")).containsOnly("returned").hasSize(6);
    assertThat(ended.audit("outcome", "write_file").toString())
        .contains("args.path.within", "would-deny");
    assertThat(ended.audit("outcome", "read_file").toString()).contains("secret.aws-access-key");
    assertThat(ended.audit().toString()).doesNotContain("AKIA");
  }

  private static List<String> statuses(Ended ended, String tool) throws Exception {
    return ended.audit("outcome", tool).stream()
        .map(line -> line.path("status"))
        .map(JsonNode::asText)
        .toList();
  }
}
