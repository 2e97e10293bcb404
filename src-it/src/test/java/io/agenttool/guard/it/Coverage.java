package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code docs/coverage.md}: one row for each way into tools that was run. Rows of what this build
 * did not run stay as they are.
 */
final class Coverage {
  private static final Path FILE = Path.of("..", "docs", "coverage.md");
  private static final String HEAD =
      """
      # Coverage

      Made by `FrameworksIT` from runs of the applications under `src-it/apps`: each framework's own
      executor with a scripted model has one tool write a file where the policy allows it and where
      it does not, and another read a file that holds a secret. Rewrite it with
      `mvn verify -Pall-apps -Dguard.it.docs=write`.

      | run | version | from JDK | tools declared by | honest call | forbidden call | secret | audit | caller in the audit |
      |---|---|---|---|---|---|---|---|---|
      """;

  private final Map<String, String> rows = new ConcurrentHashMap<>();

  void ran(
      String name, String version, int since, String declared, boolean reason, Set<String> caller) {
    List<String> cells =
        List.of(
            name,
            version,
            String.valueOf(since),
            declared,
            "works",
            reason ? "refused, the model is told why" : "refused, the reason is not shown",
            "redacted",
            "one pair of records a call",
            caller.isEmpty() ? "not known" : String.join(", ", new TreeSet<>(caller)));
    rows.put(name, "| " + String.join(" | ", cells) + " |");
  }

  /** Compares the page with what ran; with {@code -Dguard.it.docs=write} writes it. */
  void check(List<String> order) throws IOException {
    List<String> page = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
    List<String> lines = new ArrayList<>(HEAD.lines().toList());
    for (String name : order) {
      String ran = rows.get(name);
      if (ran != null) {
        lines.add(ran);
      } else {
        page.stream().filter(line -> line.startsWith("| " + name + " |")).forEach(lines::add);
      }
    }
    if ("write".equals(System.getProperty("guard.it.docs"))) {
      Files.write(FILE, lines);
    }
    assertThat(Files.readAllLines(FILE))
        .as("docs/coverage.md; rewrite it with: mvn verify -Pall-apps -Dguard.it.docs=write")
        .isEqualTo(lines);
  }
}
