package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.VirtualThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VirtualThreadsIT {
  @TempDir Path folder;

  /** Those in which {@code synchronized} does not pin (JEP 491). */
  static Stream<Jdk> jdks() throws IOException {
    return Jdk.all().filter(jdk -> jdk.feature() >= 24);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks")
  void callsOnVirtualThreadsAreGuardedAndLetGoOfTheirCarriers(Jdk jdk) throws Exception {
    Ended ended = new GuardedRun(jdk, folder).run(VirtualThreads.class);

    assertThat(ended.out())
        .contains("ran 1000 denied 1000 failed 0\n")
        .doesNotContain("pinned in guard");
    assertThat(ended.audit("intent", "wait")).hasSize(2000);
    assertThat(ended.audit("outcome", "wait")).hasSize(2000);
  }
}
