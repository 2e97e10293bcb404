package io.agenttool.guard.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenttool.guard.it.GuardedRun.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each framework's own executor, with a scripted model, under Guard. */
class FrameworksIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Coverage COVERAGE = new Coverage();
  private static final String POLICY =
      """
      tools:
        write_file: {args: {path: {kind: path, within: [workspace]}}}
      """;

  private static final String REASON = "Guard denied write_file: argument 'path'";

  /** What LangChain4j, Spring AI and Embabel are told by their applications. */
  private static final Map<String, String> ADA = Map.of("user", "ada", "session", "s-1");

  /** What an MCP client calls itself. */
  private static final Map<String, String> CLIENT = Map.of("client", "ada");

  /**
   * What a way into tools comes to.
   *
   * @param declared how the tools are declared
   * @param told what the model is told of a refusal
   * @param caller what the audit log says of who is calling
   */
  private record Expected(String declared, String told, Map<String, String> caller) {
    Expected(String declared, Map<String, String> caller) {
      this(declared, REASON, caller);
    }
  }

  /** By the name under which the application plays. */
  private static final Map<String, Expected> EXPECTED = expected();

  private static Map<String, Expected> expected() {
    Map<String, String> memory = Map.of("memoryId", "ada", "session", "s-1");
    Map<String, Expected> rows = new LinkedHashMap<>();
    rows.put("langchain4j/annotation", new Expected("`@Tool`", memory));
    rows.put("langchain4j/executor", new Expected("`ToolExecutor`, a lambda", memory));
    rows.put("langchain4j/mcp", new Expected("`McpToolProvider`", memory));
    rows.put("spring-ai/method", new Expected("`@Tool`", ADA));
    rows.put("spring-ai/function", new Expected("`FunctionToolCallback`", ADA));
    rows.put("spring-ai/mcp", new Expected("`SyncMcpToolCallbackProvider`", ADA));
    rows.put("spring-ai/mcp-async", new Expected("`AsyncMcpToolCallbackProvider`", ADA));
    rows.put("spring-ai-mcp/annotation", new Expected("`@McpTool`", CLIENT));
    rows.put("spring-ai-mcp/callback", new Expected("`McpToolUtils`, of `@Tool`", CLIENT));
    rows.put("mcp-sdk/sync", new Expected("`SyncToolSpecification`", CLIENT));
    rows.put("mcp-sdk/async", new Expected("`AsyncToolSpecification`", CLIENT));
    rows.put("mcp-sdk/stateless", new Expected("`SyncToolSpecification`, stateless", Map.of()));
    rows.put("google-adk", new Expected("`FunctionTool`", Map.of("user", "ada")));
    rows.put(
        "semantic-kernel",
        new Expected("`@DefineKernelFunction`", "Function threw an exception", Map.of()));
    rows.put("koog/annotation", new Expected("`@Tool`", "(isError) " + REASON, Map.of()));
    rows.put(
        "koog/tool", new Expected("`Tool`, a suspend function", "(isError) " + REASON, Map.of()));
    rows.put("quarkus-mcp", new Expected("`@Tool`", CLIENT));
    rows.put("embabel/annotation", new Expected("`@LlmTool`", ADA));
    rows.put("embabel/tool", new Expected("`Tool`", ADA));
    return rows;
  }

  @TempDir Path folder;

  static Stream<Arguments> runs() throws IOException {
    List<Jdk> jdks = Jdk.all().toList();
    return Stream.of(FrameworkApp.values())
        .flatMap(
            app ->
                jdks.stream()
                    .filter(jdk -> jdk.feature() >= app.since())
                    .map(jdk -> Arguments.of(app, jdk)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void whatIsHonestWorksWhatIsForbiddenIsRefusedAndSecretsStay(FrameworkApp app, Jdk jdk)
      throws Exception {
    assumeThat(app.isBuilt()).as("built by this build").isTrue();
    GuardedRun run = new GuardedRun(jdk, folder).policy(POLICY);
    Ended ended = run.end(run.start(app.words(folder)));

    Map<String, Map<String, JsonNode>> plays = plays(ended.out());
    assertThat(plays).as(ended.err()).isNotEmpty();
    for (Map.Entry<String, Map<String, JsonNode>> play : plays.entrySet()) {
      Expected expected = EXPECTED.get(play.getKey());
      assertThat(expected).as(play.getKey()).isNotNull();
      check(play.getKey(), expected, play.getValue());
      COVERAGE.ran(
          play.getKey(),
          step(play.getValue(), "honest").path("version").asText(),
          app.since(),
          expected.declared(),
          expected.told().contains(REASON),
          expected.caller().keySet());
    }
    eachCallIsOnePairOfRecords(ended, plays.size());
    theCallersAreKnown(ended, List.copyOf(plays.keySet()));
  }

  private static JsonNode step(Map<String, JsonNode> steps, String name) {
    return requireNonNull(steps.get(name), name);
  }

  private static void check(String name, Expected expected, Map<String, JsonNode> steps) {
    assertThat(steps.keySet()).as(name).containsExactlyInAnyOrder("honest", "forbidden", "secret");
    assertThat(step(steps, "honest").path("effect").asText()).as(name).isEqualTo("written");
    String forbidden = step(steps, "forbidden").path("toModel").asText();
    String secret = step(steps, "secret").path("toModel").asText();
    assertThat(step(steps, "forbidden").path("effect").asText()).as(name).isEqualTo("none");
    assertThat(forbidden).as(name).contains(expected.told()).doesNotContain("chat aborted");
    assertThat(step(steps, "secret").path("effect").asText()).as(name).isEqualTo("hidden");
    assertThat(secret).as(name).contains("AWS_ACCESS_KEY_ID=[REDACTED_AWS_KEY]");
  }

  /** Calls are recorded in the order of the plays, two of the writing tool each. */
  private static void theCallersAreKnown(Ended ended, List<String> plays) throws IOException {
    List<JsonNode> intents = ended.audit("intent", "write_file");
    for (int i = 0; i < intents.size(); i++) {
      String play = plays.get(i / 2);
      Map<String, String> caller = requireNonNull(EXPECTED.get(play)).caller();
      JsonNode known = intents.get(i).path("caller");
      caller.forEach(
          (name, value) -> assertThat(known.path(name).asText()).as(play).isEqualTo(value));
      assertThat(intents.get(i).path("args").fieldNames())
          .toIterable()
          .as(play)
          .containsExactlyInAnyOrder("path", "text");
    }
  }

  private static void eachCallIsOnePairOfRecords(Ended ended, int plays) throws IOException {
    List<String> intents = calls(ended, "intent");
    assertThat(intents).hasSize(3 * plays).doesNotHaveDuplicates();
    assertThat(calls(ended, "outcome")).containsExactlyInAnyOrderElementsOf(intents);
    assertThat(ended.audit("outcome", "write_file").stream().map(line -> line.path("status")))
        .extracting(JsonNode::asText)
        .containsOnly("returned", "denied")
        .hasSize(2 * plays);
  }

  private static List<String> calls(Ended ended, String kind) throws IOException {
    return ended.audit().stream()
        .filter(line -> line.path("kind").asText().equals(kind))
        .map(line -> line.path("call").asText())
        .toList();
  }

  /** The steps by the name of the play and of the step. */
  private static Map<String, Map<String, JsonNode>> plays(String out) throws IOException {
    Map<String, Map<String, JsonNode>> plays = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>(out.lines().toList());
    for (String line : lines) {
      if (line.startsWith("{\"framework\"")) {
        JsonNode step = JSON.readTree(line);
        plays
            .computeIfAbsent(step.path("framework").asText(), name -> new LinkedHashMap<>())
            .put(step.path("step").asText(), step);
      }
    }
    return plays;
  }

  @AfterAll
  static void theTableOfCoverageIsWhatRan() throws IOException {
    COVERAGE.check(List.copyOf(EXPECTED.keySet()));
  }
}
