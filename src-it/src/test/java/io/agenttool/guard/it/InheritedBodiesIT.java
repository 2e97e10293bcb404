package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Heirs;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InheritedBodiesIT {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aToolWithTheBodyOfASuperclassIsGuardedOrItsClassIsNotLoaded(Jdk jdk) throws Exception {
    Ended ended = new GuardedRun(jdk, folder).with("-Xverify:all").run(Heirs.class);

    assertThat(ended.out().lines())
        .containsExactly(
            "base bad1",
            "heir good2",
            "grandchild grandgood3",
            "generic took good",
            "final ClassFormatError",
            "heir ToolDeniedException",
            "grandchild ToolDeniedException",
            "generic ToolDeniedException",
            "final ClassFormatError");
    assertThat(ended.audit("outcome", "generic")).hasSize(2);
    assertThat(ended.err()).contains("FinalHeir").contains("final method write");
  }
}
