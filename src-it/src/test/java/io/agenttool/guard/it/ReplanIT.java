package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Embabel's {@code ReplanRequestedException} is no failure, but what its loop waits for. */
class ReplanIT {
  private static final Path PROGRAM = Path.of("src/test/later/EmbabelReplan.java").toAbsolutePath();

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void theRequestForAnotherPlanPassesAsItIsUnlessItTellsASecret(Jdk jdk) throws Exception {
    assumeThat(FrameworkApp.EMBABEL.isBuilt()).as("built by this build").isTrue();
    assumeThat(jdk.feature()).isGreaterThanOrEqualTo(FrameworkApp.EMBABEL.since());
    String key = "AK" + "IA" + "Q3EGRIUJ7TQBL2NV";
    GuardedRun run = new GuardedRun(jdk, folder);
    String classPath = FrameworkApp.EMBABEL.classPath();
    Ended ended = run.end(run.start(List.of("-cp", classPath, PROGRAM.toString(), key)));

    assertThat(ended.out())
        .as(ended.err())
        .startsWith("replans: another plan\n")
        .doesNotContain("replans: no", key);
    assertThat(ended.audit("outcome", "act")).hasSize(2);
  }
}
