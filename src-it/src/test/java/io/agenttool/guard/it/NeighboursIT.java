package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Neighbours;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NeighboursIT {
  private static final Path LIB = Path.of("target", "test-lib").toAbsolutePath();

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void anApplicationKeepsItsOwnByteBuddyAndJackson(Jdk jdk) throws Exception {
    GuardedRun run = new GuardedRun(jdk, folder).with("-Dnet.bytebuddy.experimental=true");
    for (String jar :
        new String[] {"byte-buddy", "jackson-databind", "jackson-core", "jackson-annotations"}) {
      run.classPath(LIB.resolve(jar + ".jar"));
    }

    Ended ended = run.run(Neighbours.class);

    assertThat(ended.out())
        .contains("jackson 2.13.5")
        .contains("test-lib/byte-buddy.jar")
        .contains("made by the application's Byte Buddy")
        .contains("{\"t\":\"text\"}");
    assertThat(ended.audit("outcome", "describe")).hasSize(1);
  }
}
