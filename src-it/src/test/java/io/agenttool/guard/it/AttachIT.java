package io.agenttool.guard.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Looper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class AttachIT {
  @TempDir Path folder;
  private @Nullable Process application;

  @AfterEach
  void end() {
    if (application != null) {
      application.destroyForcibly();
    }
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void toolsThatWereUsedBeforeAreGuardedFromTheAttachOn(Jdk jdk) throws Exception {
    GuardedRun run = looping(jdk);
    appears("said-bad");

    Ended attached = run.command("attach", pid(), "--set", "dir=state");

    assertThat(attached.err()).isEmpty();
    assertThat(attached.exit()).isZero();
    assertThat(attached.out()).contains(folder.resolve("state").toString());
    appears("denied-bad");
    assertThat(run.command("tools", "--pid", pid()).out()).contains("Loud#say", "woven");
    Files.delete(folder.resolve("said-good"));
    Files.delete(folder.resolve("said-bad"));
    appears("said-good");
    Ended ended = stopped(run);
    assertThat(ended.out()).isEqualTo("end of main\n");
    assertThat(folder.resolve("said-bad")).doesNotExist();
    assertThat(Files.readString(folder.resolve("state/audit.jsonl")))
        .contains("\"say\"", "denied", "returned");
    assertThat(run.command("audit", "verify", "state/audit.jsonl").exit()).isZero();
  }

  @Test
  void aNativeToolThatWasLoadedBeforeIsSaidAndItsClassIsGuarded() throws Exception {
    GuardedRun run = bare(Jdk.own());
    application = run.start(Looper.class, "native");
    appears("said-bad");

    Ended attached = run.command("attach", pid());

    assertThat(attached.exit()).isEqualTo(1);
    assertThat(attached.err())
        .contains("NOT GUARDED: ", "#counted(java.lang.String): its class was loaded before")
        .hasLineCount(1);
    appears("denied-bad");
    Ended tools = run.command("tools", "--pid", pid());
    assertThat(tools.exit()).isEqualTo(1);
    assertThat(tools.out())
        .containsPattern("say +Guard +woven .*WithNative#say")
        .containsPattern("counted +Guard +ungoverned .*WithNative#counted");
  }

  @Test
  void aJvmThatIsGuardedAlreadyIsRefusedInOneLine() throws Exception {
    GuardedRun run = looping(Jdk.own());
    appears("said-bad");
    assertThat(run.command("attach", pid()).exit()).isZero();

    assertRefused(run.command("attach", pid()), "guarded already");
  }

  @Test
  void aSettingThatIsWrongIsToldToWhoAttaches() throws Exception {
    GuardedRun run = looping(Jdk.own());
    appears("said-bad");

    assertRefused(run.command("attach", pid(), "--set", "mode=enforced"), "enforced");
    Files.delete(folder.resolve("said-bad"));
    appears("said-bad");
    assertThat(run.command("attach", pid(), "--set", "mode=enforce").exit()).isZero();
    appears("denied-bad");
  }

  @Test
  void aProcessThatIsNotThereIsOneLine() throws Exception {
    GuardedRun run = new GuardedRun(Jdk.own(), folder);

    assertRefused(run.command("attach", "2147483646"), "no process 2147483646");
  }

  @Test
  void aJvmThatForbidsToBeAttachedToIsOneLine() throws Exception {
    GuardedRun run = bare(Jdk.own()).with("-XX:+DisableAttachMechanism");
    application = run.start(Looper.class);
    appears("said-bad");

    assertRefused(run.command("attach", pid()), "cannot be attached to");
  }

  private GuardedRun looping(Jdk jdk) throws IOException {
    GuardedRun run = bare(jdk);
    application = run.start(Looper.class);
    return run;
  }

  /** The agent's jar brings the annotations: an application without it has its own. */
  private GuardedRun bare(Jdk jdk) {
    return new GuardedRun(jdk, folder)
        .bare()
        .classPath(Path.of("..", "annotations", "target", "classes").toAbsolutePath());
  }

  private String pid() {
    return Long.toString(requireNonNull(application).pid());
  }

  private void appears(String file) throws Exception {
    while (!Files.exists(folder.resolve(file))) {
      assertThat(requireNonNull(application).isAlive())
          .as(Files.readString(folder.resolve("err.txt")))
          .isTrue();
      Thread.sleep(20);
    }
  }

  private Ended stopped(GuardedRun run) throws Exception {
    Files.writeString(folder.resolve("stop"), "");
    return run.end(requireNonNull(application));
  }

  private static void assertRefused(Ended ended, String why) {
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains(why).startsWith("not attached: ").hasLineCount(1);
  }
}
