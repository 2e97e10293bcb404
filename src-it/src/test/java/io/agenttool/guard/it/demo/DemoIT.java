package io.agenttool.guard.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  @TempDir Path scratch;

  @Test
  void everyAttackOfTheStoryIsStoppedAndEveryHonestCallWorks() throws Exception {
    Demo demo =
        new Demo(
            absolute("../agent/target/guard.jar"),
            absolute("../sample-app/target/guard-sample-app.jar"),
            absolute("../sample-app/guard.yaml"),
            scratch.resolve("story"));

    assertThat(demo.run()).as("the table above").isTrue();
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }
}
