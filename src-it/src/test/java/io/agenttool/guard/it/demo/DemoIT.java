package io.agenttool.guard.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  @TempDir Path scratch;

  @Test
  void everyAttackOfTheStoryIsStoppedAndEveryHonestCallWorks() throws Exception {
    Path classes = Path.of("target", "classes").toAbsolutePath();
    String jackson = System.getProperty("java.class.path");
    Jvm.Ended ended =
        Jvm.run(
            scratch,
            Files.createFile(scratch.resolve("demo.log")),
            10,
            List.of(
                "-cp",
                classes + ":" + jackson,
                Demo.class.getName(),
                Path.of("../agent/target/guard.jar").toAbsolutePath().toString(),
                Path.of("../sample-app/target/guard-sample-app.jar").toAbsolutePath().toString(),
                Path.of("../sample-app/guard.yaml").toAbsolutePath().toString(),
                scratch.resolve("story").toString()));

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("43 of 43 attacks stopped");
  }
}
