package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Handles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UngovernedIT {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void whatCannotBeGovernedFullyIsRefusedAndItsClassGoesOn(Jdk jdk) throws Exception {
    Ended ended = run(jdk).run(Handles.class);

    assertThat(ended.out())
        .contains("channel: Guard denied channel: its result is a channel")
        .contains("channels: Guard denied channels: its result is a channel")
        .contains("counted: Guard denied counted: a native method")
        .contains("stream: a stream", "plain: plain works", "shaped: round");
    assertThat(folder.resolve("opened")).doesNotExist();
    assertThat(ended.err())
        .contains("channel is refused: its result is a channel", "counted is refused")
        .contains(
            "NOT GUARDED: " + Handles.class.getName() + "#<init>(): a constructor is no tool");
    assertThat(ended.audit("outcome", "open")).hasSize(3);
    assertThat(coverage(ended, "#plain()")).isEqualTo("woven");
    assertThat(coverage(ended, "#stream()")).isEqualTo("woven");
    assertThat(coverage(ended, "#channel()")).isEqualTo("refused");
    assertThat(coverage(ended, "#counted(java.lang.String)")).isEqualTo("refused");
    assertThat(coverage(ended, "Shape#shaped()")).isEqualTo("abstract");
    assertThat(coverage(ended, "Round#shaped()")).isEqualTo("woven");
  }

  @Test
  void lambdasAreGuardedAsTheyAre() throws Exception {
    Ended ended = run(Jdk.own()).run(Handles.class);

    assertThat(ended.out()).contains("lambda: acaptured1", "twice: bcaptured2", "reference: c1");
    List<JsonNode> intents = ended.audit("intent", "open");
    assertThat(intents).hasSize(3);
    assertThat(intents.get(0).path("args").size()).isEqualTo(2);
  }

  @Test
  void whereThatIsWantedItRunsAndIsSaid() throws Exception {
    Ended ended = run(Jdk.own()).set("tools.ungoverned", "warn").run(Handles.class);

    assertThat(ended.out())
        .contains("channel: given", "channels: given", "counted: called", "plain: plain works");
    assertThat(folder.resolve("opened")).exists();
    assertThat(ended.err())
        .contains("channel is guarded but for its result: its result is a channel")
        .contains(
            "NOT GUARDED: " + Handles.class.getName() + "#counted(java.lang.String): a native");
    assertThat(coverage(ended, "#channel()")).isEqualTo("partly");
    assertThat(coverage(ended, "#counted(java.lang.String)")).isEqualTo("ungoverned");
    assertThat(ended.audit("outcome", "channel")).isNotEmpty();
  }

  @Test
  void thePolicyCanWantItOfOneTool() throws Exception {
    Ended ended = run(Jdk.own()).policy("tools: {channel: {ungoverned: warn}}").run(Handles.class);

    assertThat(ended.out()).contains("channel: given", "channels: Guard denied", "counted: Guard");
  }

  @Test
  void monitorModeStopsNothing() throws Exception {
    Ended ended = run(Jdk.own()).set("mode", "monitor").run(Handles.class);

    assertThat(ended.out()).contains("channel: given", "counted: called");
    assertThat(coverage(ended, "#channel()")).isEqualTo("partly");
  }

  @Test
  void theTableSaysItLastAndWhy() throws Exception {
    GuardedRun run = run(Jdk.own());
    run.run(Handles.class);

    Ended tools = run.command("tools", "--dir", ".guard");

    assertThat(tools.exit()).isEqualTo(1);
    List<String> lines = tools.out().lines().toList();
    assertThat(lines.get(0)).matches("tool +framework +coverage +policy +by +method");
    assertThat(tools.out().indexOf("#plain()")).isLessThan(tools.out().indexOf("#channel()"));
    assertThat(tools.out()).contains("@io.agenttool.AgentTool", "    its result is a channel");
    assertThat(run.command("tools", "--dir", ".guard", "--json").out())
        .contains("\"coverage\":\"ungoverned\"", "\"class\":\"" + Handles.class.getName());
  }

  private GuardedRun run(Jdk jdk) {
    return new GuardedRun(jdk, folder)
        .with("-Xverify:all")
        .set("annotations", Handles.class.getName() + "$Mine");
  }

  private static String coverage(Ended ended, String method) throws Exception {
    for (JsonNode line : ended.audit()) {
      JsonNode fields = line.path("fields");
      if (fields.path("method").asText().endsWith(method)) {
        return fields.path("coverage").asText();
      }
    }
    return "not there";
  }
}
