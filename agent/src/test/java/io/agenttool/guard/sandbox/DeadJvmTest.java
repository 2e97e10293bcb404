package io.agenttool.guard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A JVM that is killed in the middle of a call cannot tidy up after itself. */
@NeedsEngine
class DeadJvmTest {
  /** Runs endless code for as many seconds as the argument says. */
  static final class Busy {
    public static void main(String[] arguments) {
      Duration timeout = Duration.ofSeconds(Long.parseLong(arguments[0]));
      new Sandbox(TestEngine.HOST)
          .run(Policies.within(timeout), "while True: pass".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static long killAJvmThatRuns(Duration timeout) throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Busy.class.getName(),
                Long.toString(timeout.toSeconds()))
            .inheritIO()
            .start();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestEngine.runningContainersOf(jvm.pid()).size() == 1);
    jvm.destroyForcibly().waitFor();
    return jvm.pid();
  }

  @AfterEach
  void tidyUp() {
    new Sandbox(TestEngine.HOST).sweep();
  }

  @Test
  void theNextStartRemovesItsContainer() throws Exception {
    long pid = killAJvmThatRuns(Duration.ofMinutes(10));
    assertThat(TestEngine.containersOf(pid)).hasSize(1);

    new Sandbox(TestEngine.HOST)
        .run(Policies.STANDARD, "print(1)".getBytes(StandardCharsets.UTF_8));

    await().atMost(Duration.ofSeconds(20)).until(() -> TestEngine.containersOf(pid).isEmpty());
  }

  @Test
  void withoutANextStartItsContainerEndsByItself() throws Exception {
    long pid = killAJvmThatRuns(Duration.ofSeconds(2));

    await().atMost(Duration.ofSeconds(40)).until(() -> TestEngine.containersOf(pid).isEmpty());
  }

  @Test
  void aSweepLeavesTheContainersOfTheLivingAlone() throws Exception {
    Sandbox sandbox = new Sandbox(TestEngine.HOST);
    RunningContainer living =
        sandbox.start(
            Policies.STANDARD,
            "import time; time.sleep(2); print(1)".getBytes(StandardCharsets.UTF_8));

    new Sandbox(TestEngine.HOST).sweep();

    assertThat(living.await().output()).isEqualTo("1\n");
  }
}
