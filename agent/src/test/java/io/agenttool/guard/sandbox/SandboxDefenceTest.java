package io.agenttool.guard.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.settings.SandboxPolicy;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SandboxDefenceTest {
  private final SandboxDefence defence = new SandboxDefence(Settings.of(Map.of()));

  record Result(boolean success, String output, String error, int exitCode) {}

  /** What an application has; no body may run. */
  interface Tools {
    String text(String code);

    Result result(int seconds, String code);

    CompletableFuture<Result> later(CharSequence code);

    String two(String code, String input);

    String noText(int code);

    void nothing(String code);

    int number(String code);

    java.util.List<String> list(String code);
  }

  private Stage stage(String method, @Nullable SandboxPolicy policy) {
    return requireNonNull(defence.stageFor(Policies.tool(Tools.class, method, policy)));
  }

  private static Verdict before(Stage stage, String method, @Nullable Object... arguments) {
    return stage.before(call(method, arguments));
  }

  private static ToolCall call(String method, @Nullable Object... arguments) {
    Tool tool = Policies.tool(Tools.class, method, Policies.STANDARD);
    return new ToolCall(tool, null, arguments, null);
  }

  @Test
  void aToolWithoutASandboxCostsNothing() {
    assertThat(defence.stageFor(Policies.tool(Tools.class, "text", null))).isNull();
  }

  @Test
  @NeedsEngine
  void theOutcomeIsTheAnswer() {
    Verdict verdict = before(stage("text", Policies.STANDARD), "text", "print(6 * 7)");

    assertThat(verdict).isEqualTo(Verdict.answer("42\n"));
  }

  @Test
  @NeedsEngine
  void theOutcomeTakesTheFormOfTheApplicationsRecord() {
    Stage stage = stage("result", Policies.STANDARD);

    assertThat(before(stage, "result", 3, "raise SystemExit(4)"))
        .isEqualTo(Verdict.answer(new Result(false, "", "", 4)));
  }

  @Test
  @NeedsEngine
  void aFutureIsHandedOutBeforeTheCodeHasEnded() {
    Stage stage = stage("later", Policies.STANDARD);

    CompletableFuture<?> future =
        future(before(stage, "later", CharBuffer.wrap("import time; time.sleep(1); print(1)")));

    assertThat(future).isNotDone();
    assertThat(future.join()).isEqualTo(new Result(true, "1\n", "", 0));
  }

  @Test
  @NeedsEngine
  void aFutureThatIsCancelledTakesItsContainerWithIt() {
    Stage stage = stage("later", Policies.STANDARD);
    CompletableFuture<?> future = future(before(stage, "later", "while True: pass"));
    long pid = ProcessHandle.current().pid();
    assertThat(TestEngine.containersOf(pid)).isNotEmpty();

    future.cancel(true);

    await().atMost(Duration.ofSeconds(20)).until(() -> TestEngine.containersOf(pid).isEmpty());
  }

  private static CompletableFuture<?> future(Verdict verdict) {
    Object value = requireNonNull(((Verdict.Answer) verdict).value());
    return (CompletableFuture<?>) value;
  }

  @Test
  void withoutAnEngineTheCallIsDeniedAndTheBodyDoesNotRun() {
    SandboxDefence nowhere =
        new SandboxDefence(Settings.of(Map.of("sandbox.host", "unix:///nowhere/engine.sock")));
    for (String method : new String[] {"text", "later"}) {
      Stage stage =
          requireNonNull(nowhere.stageFor(Policies.tool(Tools.class, method, Policies.STANDARD)));

      assertThat(before(stage, method, "print(1)"))
          .isInstanceOfSatisfying(
              Verdict.Deny.class,
              deny -> {
                assertThat(deny.rule()).isEqualTo("sandbox.engine");
                assertThat(deny.reason()).contains("the tool's body was not run");
              });
    }
  }

  @Test
  void codeThatIsMissingOrTooLongIsDenied() {
    Stage stage = stage("text", Policies.STANDARD);

    assertThat(before(stage, "text", (Object) null))
        .isInstanceOfSatisfying(
            Verdict.Deny.class, deny -> assertThat(deny.rule()).isEqualTo("sandbox.code"));
    assertThat(before(stage, "text", "é".repeat(SandboxStage.MAX_CODE / 2) + "x"))
        .isInstanceOfSatisfying(
            Verdict.Deny.class, deny -> assertThat(deny.rule()).isEqualTo("sandbox.code"));
  }

  @Test
  void aReturnTypeThatNoOutcomeFitsIsDenied() {
    assertThat(before(stage("list", Policies.STANDARD), "list", "print(1)"))
        .isInstanceOfSatisfying(
            Verdict.Deny.class, deny -> assertThat(deny.rule()).isEqualTo("sandbox.return"));
  }

  @Test
  void inMonitorModeNothingIsStarted() {
    SandboxDefence nowhere =
        new SandboxDefence(Settings.of(Map.of("sandbox.host", "unix:///nowhere/engine.sock")));
    Stage stage =
        requireNonNull(nowhere.stageFor(Policies.tool(Tools.class, "text", Policies.STANDARD)));
    ToolCall call = call("text", "print(1)");

    assertThat(stage.observe(call)).isEqualTo(Verdict.proceed());
    assertThat(call.findings())
        .containsExactly(new Finding("sandbox.container", "args.code", Finding.Action.WARNED, 1));
  }

  @Test
  void theCodeIsTheParameterThatThePolicyNames() {
    assertThat(defence.stageFor(Policies.tool(Tools.class, "two", Policies.withCode("input"))))
        .isNotNull();
  }

  @Test
  void whatCannotBeMeantIsRefusedWhenTheToolIsWoven() {
    refused("two", Policies.STANDARD, "2 of its parameters are text");
    refused("noText", Policies.STANDARD, "0 of its parameters are text");
    refused("two", Policies.withCode("kode"), "no text parameter 'kode'");
    refused("nothing", Policies.STANDARD, "cannot return void");
    refused("number", Policies.STANDARD, "cannot return int");
    SandboxPolicy standard = Policies.STANDARD;
    refused(
        "text",
        new SandboxPolicy(
            "cobol",
            null,
            standard.image(),
            standard.timeout(),
            standard.memory(),
            standard.pids(),
            standard.tmpfs(),
            standard.output()),
        "no sandbox for the language 'cobol'");
  }

  private void refused(String method, SandboxPolicy policy, String why) {
    assertThatThrownBy(() -> defence.stageFor(Policies.tool(Tools.class, method, policy)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("guard.yaml:7:3: tool run_python, sandbox: ")
        .hasMessageContaining(why);
  }
}
