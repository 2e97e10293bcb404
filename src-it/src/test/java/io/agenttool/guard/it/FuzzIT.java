package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.fuzz.Fuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random classes with tools, bare and under Guard. A line that differs begins with its seed; {@code
 * Fuzz SEED 1} plays it alone.
 */
class FuzzIT {
  private static final boolean NIGHTLY = Boolean.getBoolean("guard.it.nightly");

  @TempDir Path bareFolder;
  @TempDir Path folder;

  static Stream<Arguments> runs() throws IOException {
    int count = NIGHTLY ? 1000 : 300;
    List<Jdk> jdks = Jdk.all().toList();
    return IntStream.range(0, NIGHTLY ? 10 : 1)
        .boxed()
        .flatMap(run -> jdks.stream().map(jdk -> Arguments.of(jdk, run * count, count)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyShapeDoesWhatItDidAndIsStoppedBeforeItsBody(Jdk jdk, int first, int count)
      throws Exception {
    List<String> bare = lines(run(jdk, bareFolder).bare(), first, count);
    List<String> guarded = lines(run(jdk, folder), first, count);

    assertThat(bare).hasSize(2 * count).noneMatch(line -> line.contains("java.lang.VerifyError"));
    assertThat(guarded).hasSameSizeAs(bare);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < bare.size(); i++) {
      String was = bare.get(i);
      String is = guarded.get(i);
      // Bare, both plays enter the body: its first block leaves its mark.
      assertThat(was).contains(" .0");
      boolean right =
          was.startsWith("honest ")
              ? is.equals(was)
              : is.endsWith(" -> io.agenttool.ToolDeniedException ");
      if (!right) {
        wrong.add(is + "   bare: " + was);
      }
    }
    assertThat(wrong).isEmpty();
    everyCallIsOnePair(new Ended(0, "", "", folder), 2 * count);
  }

  private static GuardedRun run(Jdk jdk, Path folder) throws IOException {
    return new GuardedRun(jdk, folder)
        .classPath(Path.of("target/test-lib/byte-buddy.jar").toAbsolutePath())
        .with("-Xverify:all")
        .policy("tools: {refused: {args: {nowhere: {maxLength: 1}}}}\n");
  }

  private static List<String> lines(GuardedRun run, int first, int count) throws Exception {
    Ended ended = run.run(Fuzz.class, String.valueOf(first), String.valueOf(count));
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended.out().lines().toList();
  }

  private static void everyCallIsOnePair(Ended ended, int least) throws IOException {
    List<String> intents = calls(ended, "intent");
    assertThat(intents).hasSizeGreaterThanOrEqualTo(least).doesNotHaveDuplicates();
    assertThat(calls(ended, "outcome")).containsExactlyInAnyOrderElementsOf(intents);
  }

  private static List<String> calls(Ended ended, String kind) throws IOException {
    return ended.audit().stream()
        .filter(line -> line.path("kind").asText().equals(kind))
        .map((JsonNode line) -> line.path("call").asText())
        .toList();
  }
}
