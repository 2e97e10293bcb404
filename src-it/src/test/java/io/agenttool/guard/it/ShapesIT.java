package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.ShapeRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of shapes, {@code docs/shapes.md}, from runs on every JDK of the machine. */
class ShapesIT {
  private static final Path LIB = Path.of("target", "test-lib").toAbsolutePath();
  private static final Path PAGE = Path.of("..", "docs", "shapes.md");
  private static final String HEAD =
      """
      # Shapes of tools

      Made by `ShapesIT`: each is called once with a word that its `@ToolArg` allows and once with one
      that it does not, on every JDK of the machine, 17 and 25. Rewrite it with
      `mvn verify -Dguard.it.docs=write`.

      | the tool is | allowed call | audit | forbidden call | audit |
      |---|---|---|---|---|
      """;

  /** Where one call is more than one pair of records, how many. */
  private static final Map<String, Integer> PAIRS =
      Map.of("recursive", 2, "calls the method that it overrides with another word", 2);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void everyShapeIsGuarded(Jdk jdk) throws Exception {
    GuardedRun run = new GuardedRun(jdk, folder).with("-Xverify:all");
    for (String jar : List.of("spring-core", "spring-beans", "spring-aop", "commons-logging")) {
      run.classPath(LIB.resolve(jar + ".jar"));
    }

    Ended ended = run.run(ShapeRows.class);

    assertThat(ended.exit()).as(ended.err()).isZero();
    List<String> page = new ArrayList<>(HEAD.lines().toList());
    Map<String, List<String>> calls = calls(ended.out());
    for (String call : calls.keySet()) {
      if (call.endsWith("/good")) {
        page.add(row(ended, call.substring(0, call.length() - 5), calls));
      }
    }
    assertThat(page).hasSizeGreaterThan(30);
    if ("write".equals(System.getProperty("guard.it.docs"))) {
      Files.write(PAGE, page);
    }
    assertThat(Files.readAllLines(PAGE))
        .as("docs/shapes.md; rewrite it with: mvn verify -Dguard.it.docs=write")
        .isEqualTo(page);
  }

  private static String row(Ended ended, String tool, Map<String, List<String>> calls)
      throws IOException {
    List<String> good = calls.getOrDefault(tool + "/good", List.of());
    List<String> bad = calls.getOrDefault(tool + "/bad", List.of());
    assertThat(good).as(tool).hasSize(2).startsWith("BODY");
    assertThat(good.get(1)).as(tool).startsWith("CAME ");
    assertThat(bad).as(tool).containsExactly("DENIED io.agenttool.ToolDeniedException");
    int pairs = PAIRS.getOrDefault(tool, 1);
    long returned = outcomes(ended, tool, "returned");
    long denied = outcomes(ended, tool, "denied");
    assertThat(returned).as(tool).isEqualTo(pairs);
    assertThat(denied).as(tool).isEqualTo(1);
    return "| %s | works | %s | its body does not run | %s |"
        .formatted(tool, said(returned), said(denied));
  }

  private static String said(long pairs) {
    return pairs == 1 ? "one pair" : pairs + " pairs, one within the other";
  }

  private static long outcomes(Ended ended, String tool, String status) throws IOException {
    return ended.audit("outcome", tool).stream()
        .filter(line -> line.path("status").asText().equals(status))
        .count();
  }

  /** By call, what was printed while it went on. */
  private static Map<String, List<String>> calls(String out) {
    Map<String, List<String>> calls = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : out.lines().toList()) {
      if (line.startsWith("CALL ")) {
        lines = new ArrayList<>();
        calls.put(line.substring(5), lines);
      } else {
        lines.add(line);
      }
    }
    return calls;
  }
}
