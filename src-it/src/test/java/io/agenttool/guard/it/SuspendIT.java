package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenttool.guard.it.GuardedRun.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Suspend functions of Kotlin, of every way of waiting: {@code Suspending} of the Koog app. */
class SuspendIT {
  private static final String MASK = "[REDACTED_AWS_KEY]";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void eachCallIsEnteredOnceAndFilteredWhenItIsResumed(Jdk jdk) throws Exception {
    assumeThat(FrameworkApp.KOOG.isBuilt()).as("built by this build").isTrue();
    String key = "AK" + "IA" + "Q3EGRIUJ7TQBL2NV";
    GuardedRun run =
        new GuardedRun(jdk, folder).policy("tools: {between: {args: {word: {maxLength: 9}}}}");
    String classPath = FrameworkApp.KOOG.classPath();
    Ended ended = run.end(run.start(List.of("-cp", classPath, "com.acme.koog.SuspendingKt", key)));

    assertThat(ended.out().lines())
        .as(ended.err())
        .containsSubsequence(
            "at once 1 " + MASK,
            "at the end " + MASK,
            "on home",
            "word between at once 7 " + MASK,
            "3 2 1 0",
            "open " + MASK,
            "failed: no " + MASK,
            "endless: null",
            "on home");
    assertThat(ended.out()).doesNotContain(key);
    callsAreInPairs(ended, "at_once", 2, "returned");
    callsAreInPairs(ended, "at_end", 1, "returned");
    callsAreInPairs(ended, "between", 1, "returned");
    callsAreInPairs(ended, "countdown", 4, "returned");
    callsAreInPairs(ended, "open", 1, "returned");
    callsAreInPairs(ended, "failing", 1, "threw");
    callsAreInPairs(ended, "endless", 1, "threw");
    JsonNode nested = ended.audit("intent", "at_once").get(1);
    assertThat(nested.path("parent"))
        .isEqualTo(ended.audit("intent", "between").get(0).path("call"));
    assertThat(nested.path("args").toString()).isEqualTo("{\"times\":7}");
  }

  private static void callsAreInPairs(Ended ended, String tool, int calls, String status)
      throws Exception {
    assertThat(ended.audit("intent", tool)).as(tool).hasSize(calls);
    assertThat(ended.audit("outcome", tool))
        .as(tool)
        .hasSize(calls)
        .allMatch(line -> line.path("status").asText().equals(status));
  }
}
