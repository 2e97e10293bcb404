package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Greeter;
import io.agenttool.guard.it.apps.NativeTool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailClosedIT {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aDeniedCallDoesNotRunAndTheApplicationGoesOn(Jdk jdk) throws Exception {
    Ended ended = new GuardedRun(jdk, folder).run(Greeter.class, "world", "mars");

    assertThat(ended.exit()).isZero();
    assertThat(ended.out())
        .contains("hello world")
        .contains("denied greet by args.whom.oneOf")
        .contains("end of main");
    assertThat(folder.resolve("greeted-world")).exists();
    assertThat(folder.resolve("greeted-mars")).doesNotExist();
    assertThat(ended.audit("outcome", "greet").get(1).path("status").asText())
        .isEqualToIgnoringCase("denied");
  }

  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void monitorModeRecordsTheDenialAndLetsTheCallThrough(Jdk jdk) throws Exception {
    Ended ended = new GuardedRun(jdk, folder).set("mode", "monitor").run(Greeter.class, "mars");

    assertThat(ended.out()).contains("hello mars");
    assertThat(folder.resolve("greeted-mars")).exists();
    assertThat(ended.err()).contains("NOTHING IS STOPPED");
    assertThat(ended.audit("intent", "greet").toString()).contains("would-deny");
  }

  @Test
  void anUnknownSettingStopsTheStart() throws Exception {
    Ended ended = own().set("confirm.timout", "5s").run(Greeter.class, "world");

    assertStopped(ended, "guard.confirm.timout");
    assertThat(ended.err()).contains("confirm.timeout");
  }

  @Test
  void aBadValueStopsTheStart() throws Exception {
    assertStopped(own().agentArgument("mode=off").run(Greeter.class, "world"), "off");
  }

  @Test
  void anUnreadablePolicyStopsTheStart() throws Exception {
    assertStopped(own().set("policy", "nowhere.yaml").run(Greeter.class, "world"), "nowhere.yaml");
  }

  @Test
  void anInvalidPolicyStopsTheStartWithLineAndColumn() throws Exception {
    Ended ended = own().policy("tools:\n  greet:\n    confrim: true\n").run(Greeter.class, "world");

    assertStopped(ended, "guard.yaml:3:5");
    assertThat(ended.err()).contains("confirm");
  }

  @Test
  void anUnknownKindStopsTheStartWithLineAndColumn() throws Exception {
    Ended ended =
        own()
            .policy("tools:\n  greet:\n    args: {whom: {kind: shell}}\n")
            .run(Greeter.class, "world");

    assertStopped(ended, "guard.yaml:3:");
    assertThat(ended.err()).contains("shell").contains("command");
  }

  @Test
  void anAuditFolderThatCannotBeStopsTheStart() throws Exception {
    Files.writeString(folder.resolve("occupied"), "a file");

    assertStopped(own().set("dir", "occupied/guard").run(Greeter.class, "world"), "occupied");
  }

  @Test
  void aPolicyThatDoesNotFitTheMethodDeniesItsCallsWhereGuardOnlyWatchesToo() throws Exception {
    Ended ended =
        own()
            .set("mode", "monitor")
            .policy("tools:\n  greet:\n    args: {who: {maxLength: 9}}\n")
            .run(Greeter.class, "moon");

    assertThat(ended.out()).contains("policy.invalid").contains("end of main");
    assertThat(folder.resolve("greeted-moon")).doesNotExist();
  }

  @Test
  void aPolicyThatDoesNotFitTheMethodDeniesItsCalls() throws Exception {
    Ended ended =
        own()
            .policy("tools:\n  greet:\n    args: {who: {maxLength: 9}}\n")
            .run(Greeter.class, "moon");

    assertThat(ended.out()).contains("policy.invalid").contains("whom").contains("end of main");
    assertThat(folder.resolve("greeted-moon")).doesNotExist();
  }

  @Test
  void aSecondJvmOnTheSameAuditLogHasItsToolsDenied() throws Exception {
    Path shared = folder.resolve("shared");
    GuardedRun holder = own().set("dir", shared.toString());
    Process first = holder.start(io.agenttool.guard.it.apps.Waiter.class, "ready");
    try {
      while (!Files.exists(folder.resolve("ready"))) {
        assertThat(first.isAlive()).as(Files.readString(folder.resolve("err.txt"))).isTrue();
        Thread.sleep(50);
      }
      Path second = Files.createDirectory(folder.resolve("second"));
      Ended ended =
          new GuardedRun(Jdk.own(), second)
              .set("dir", shared.toString())
              .run(Greeter.class, "world");

      assertThat(ended.out()).contains("denied greet by audit").contains(shared.toString());
      assertThat(second.resolve("greeted-world")).doesNotExist();
    } finally {
      first.destroyForcibly().waitFor();
    }
  }

  @Test
  void aToolWithoutABodyToWeaveIsRefusedAndItsClassGoesOn() throws Exception {
    Ended ended = own().run(NativeTool.class);

    assertThat(ended.out()).contains("guard.unwoven").contains("ordinary works");
  }

  @Test
  void aSecondGuardIsRefused() throws Exception {
    assertStopped(
        own().with("-javaagent:" + GuardedRun.JAR).run(Greeter.class, "world"), "guard already");
  }

  private GuardedRun own() throws Exception {
    return new GuardedRun(Jdk.own(), folder);
  }

  private static void assertStopped(Ended ended, String named) {
    assertThat(ended.exit()).isEqualTo(78);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains(named).startsWith("guard: ");
    assertThat(ended.err().strip().lines()).as(ended.err()).hasSize(1);
    assertThat(ended.folder().resolve("greeted-world")).doesNotExist();
  }
}
