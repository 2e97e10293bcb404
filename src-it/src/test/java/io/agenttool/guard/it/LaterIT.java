package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenttool.guard.it.GuardedRun.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Results that come later, of libraries that the applications bring along: the programs under
 * {@code src/test/later} are run as they stand. Their tools carry an annotation of their own.
 */
class LaterIT {
  private static final Path PROGRAMS = Path.of("src", "test", "later").toAbsolutePath();

  /** By the program, an application with its library. */
  private static final Map<String, FrameworkApp> LIBRARIES =
      Map.of(
          "JdkLater", FrameworkApp.LANGCHAIN4J,
          "ReactorLater", FrameworkApp.SEMANTIC_KERNEL,
          "RxJavaLater", FrameworkApp.GOOGLE_ADK,
          "MutinyLater", FrameworkApp.QUARKUS_MCP);

  @TempDir Path folder;

  static Stream<Arguments> runs() throws IOException {
    List<Jdk> jdks = Jdk.all().toList();
    return LIBRARIES.keySet().stream()
        .sorted()
        .flatMap(program -> jdks.stream().map(jdk -> Arguments.of(program, jdk)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void whatComesLaterIsFilteredAndRecordedWhenItComes(String program, Jdk jdk) throws Exception {
    FrameworkApp app = LIBRARIES.getOrDefault(program, FrameworkApp.LANGCHAIN4J);
    assumeThat(app.isBuilt()).as("built by this build").isTrue();
    String key = "AK" + "IA" + "Q3EGRIUJ7TQBL2NV";
    GuardedRun run = new GuardedRun(jdk, folder).set("annotations", program + "$Act");
    Ended ended =
        run.end(
            run.start(
                List.of(
                    "-cp", app.classPath(), PROGRAMS.resolve(program + ".java").toString(), key)));

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .doesNotContain(key)
        .contains("one key [REDACTED_AWS_KEY]")
        .contains("split key [REDACTED_AWS_KEY] end")
        .contains("no [REDACTED_AWS_KEY]")
        .contains("\ncancelled");
    Map<String, String> ends =
        ended.audit().stream()
            .filter(line -> line.path("kind").asText().equals("outcome"))
            .collect(
                Collectors.toMap(
                    line -> line.path("tool").asText(), line -> line.path("status").asText()));
    assertThat(ends)
        .containsEntry("one", "returned")
        .containsEntry("split", "returned")
        .containsEntry("failing", "threw")
        .containsEntry("endless", "threw");
    assertThat(ends.keySet())
        .containsExactlyInAnyOrderElementsOf(
            ended.audit().stream()
                .filter(line -> line.path("kind").asText().equals("intent"))
                .map(LaterIT::tool)
                .toList());
  }

  private static String tool(JsonNode line) {
    return line.path("tool").asText();
  }
}
