package io.agenttool.guard.cli;

import static io.agenttool.guard.evidence.SampleCalls.REDACT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.audit.AuditLog;
import io.agenttool.guard.call.Outcome;
import io.agenttool.guard.call.Outcome.Status;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.confirm.ConfirmDefence;
import io.agenttool.guard.evidence.SampleCalls;
import io.agenttool.guard.settings.Mode;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir File dir;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aCallIsListedAndApprovedByItsId() {
    CompletableFuture<Verdict> verdict = begin("/tmp/\u001b[2K\u202e");
    String id = listed();

    assertThat(out.toString(UTF_8))
        .contains("delete_row")
        .containsIgnoringCase("\\u001b[2K\\u202e")
        .doesNotContain("\u001b", "\u202e");
    assertThat(run("approvals", "approve", id, "--dir", dir.toString())).isZero();
    assertThat(out.toString(UTF_8)).startsWith("approved delete_row {\"path\"");
    assertThat(verdict.join()).isEqualTo(Verdict.proceed());
    assertThat(run("approvals", "list", "--dir", dir.toString())).isZero();
    assertThat(out.toString(UTF_8)).isEqualToIgnoringNewLines("no call waits for an approval");
  }

  @Test
  void aCallIsRejectedWithAReason() {
    CompletableFuture<Verdict> verdict = begin("/tmp/a");

    assertThat(run("approvals", "reject", listed(), "--reason", "why?", "--dir", dir.toString()))
        .isZero();

    assertThat(verdict.join())
        .isInstanceOfSatisfying(
            Verdict.Deny.class, deny -> assertThat(deny.reason()).endsWith("why?"));
  }

  @Test
  void whatCannotBeApprovedIsOneLineAndExitCode2() {
    assertThat(run("approvals", "list", "--dir", dir.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--dir").hasLineCount(1);
    CompletableFuture<Verdict> verdict = begin("/tmp/a");
    listed();

    assertThat(run("approvals", "approve", "../../x", "--dir", dir.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("no call waits").hasLineCount(1);
    assertThat(verdict.isDone()).isFalse();
  }

  @Test
  void aGoodLogVerifiesAndABadOneNamesItsFirstBadLine() throws IOException {
    Path log = log();
    assertThat(run("audit", "verify", log.toString())).isZero();
    assertThat(out.toString(UTF_8)).contains("5 lines");

    Files.writeString(log, Files.readString(log).replace("/tmp/b", "/tmp/c"));
    assertThat(run("audit", "verify", log.toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("line 4: it was edited").hasLineCount(1);
  }

  @Test
  void aLogIsShownOneLineACall() throws IOException {
    String log = log().toString();
    assertThat(run("audit", "show", log)).isZero();
    assertThat(out.toString(UTF_8)).hasLineCount(2).contains("read_file", "write_file", "/tmp/b");

    assertThat(run("audit", "show", log, "--denied")).isZero();
    assertThat(out.toString(UTF_8)).hasLineCount(1).contains("denied", "args.path: outside");

    assertThat(run("audit", "show", log, "--tool", "read_file")).isZero();
    assertThat(out.toString(UTF_8)).hasLineCount(1).contains("returned");

    assertThat(run("audit", "show", log, "--last", "1")).isZero();
    assertThat(out.toString(UTF_8)).hasLineCount(1).contains("write_file");
  }

  @Test
  void aFileThatIsNotThereIsOneLineAndExitCode2() {
    assertThat(run("audit", "verify", new File(dir, "none").toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("is not a file").hasLineCount(1);
    assertThat(run("audit", "show", new File(dir, "none").toString())).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "approvals --help",
        "approvals list --help",
        "approvals approve --help",
        "approvals reject --help",
        "audit --help",
        "audit verify --help",
        "audit show --help",
        "policy --help",
        "policy check --help"
      })
  void everyCommandHasHelp(String command) {
    assertThat(run(command.split(" "))).isZero();
    assertThat(out.toString(UTF_8)).startsWith("Usage: guard.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "audit", "audit verify", "approvals approve", "--wrong"})
  void wrongUsageIsExitCode2(String command) {
    assertThat(run(command.split(" "))).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isNotEmpty();
  }

  @Test
  void aPolicyFileIsCheckedAndItsFirstFaultNamed() throws IOException {
    Path file = dir.toPath().resolve("guard.yaml");
    Files.writeString(file, "tools:\n  delete_row: {confirm: true}\n");
    assertThat(run("policy", "check", file.toString())).isZero();
    assertThat(out.toString(UTF_8)).contains("good, 1 tools");

    Files.writeString(file, "tools:\n  delete_row: {confrim: true}\n");
    assertThat(run("policy", "check", file.toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("guard.yaml:2:", "confirm").hasLineCount(1);

    Files.writeString(file, "output: {configuration: [nowhere.yml]}\n");
    assertThat(run("policy", "check", file.toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("'nowhere.yml' is not there").hasLineCount(1);
  }

  @Test
  void saysItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("guard ");
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    return Main.run(args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private String listed() {
    return Awaitility.await()
        .until(
            () -> {
              run("approvals", "list", "--dir", dir.toString());
              List<String> lines = out.toString(UTF_8).lines().toList();
              return lines.size() > 1 ? lines.get(1).substring(0, 16) : "";
            },
            id -> !id.isEmpty());
  }

  private CompletableFuture<Verdict> begin(String path) {
    Stage stage =
        requireNonNull(
            new ConfirmDefence(
                    dir,
                    REDACT,
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    Clock.systemUTC(),
                    line -> {})
                .stageFor(SampleCalls.tool("delete_row", true)));
    ToolCall call = SampleCalls.call(SampleCalls.tool("delete_row", true), path, null);
    // Not in the common pool, whose only thread on a small machine another test's call may hold.
    return CompletableFuture.supplyAsync(() -> stage.before(call), MainTest::inItsOwnThread);
  }

  private static void inItsOwnThread(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  private Path log() {
    try (AuditLog log = new AuditLog(dir, REDACT, false, Mode.ENFORCE)) {
      ToolCall good = SampleCalls.call(SampleCalls.tool("read_file", false), "/tmp/a", null);
      log.intent(good, null);
      log.outcome(good, new Outcome(Status.RETURNED, null, "text", 1_500_000));
      ToolCall bad = SampleCalls.call(SampleCalls.tool("write_file", false), "/tmp/b", null);
      Verdict.Deny deny = new Verdict.Deny("args.path", "outside");
      log.intent(bad, deny);
      log.outcome(bad, new Outcome(Status.DENIED, deny, null, 20_000));
    }
    return dir.toPath().resolve(AuditLog.FILE);
  }
}
