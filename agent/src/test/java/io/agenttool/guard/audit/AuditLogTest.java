package io.agenttool.guard.audit;

import static io.agenttool.guard.evidence.SampleCalls.REDACT;
import static io.agenttool.guard.evidence.SampleCalls.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Outcome;
import io.agenttool.guard.call.Outcome.Status;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.evidence.Json;
import io.agenttool.guard.evidence.SampleCalls;
import io.agenttool.guard.evidence.Sha256;
import io.agenttool.guard.settings.Mode;
import io.agenttool.guard.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
  private static final Tool TOOL = SampleCalls.tool("delete_file", false);

  @TempDir File temp;

  @Test
  void recordsACallBeforeAndAfterItsBody() throws IOException {
    ToolCall call = SampleCalls.call(TOOL, "/tmp/a", Map.of("password", "horse"));
    call.note(new Finding("injection.x", "args.path", Finding.Action.WOULD_DENY, 2));
    try (AuditLog log = open()) {
      log.intent(call, null);
      log.outcome(call, new Outcome(Status.RETURNED, null, "key " + SECRET, 1_234_567));
    }

    Map<String, @Nullable String> intent = record(2);
    assertThat(intent)
        .containsEntry("seq", "2")
        .containsEntry("kind", "intent")
        .containsEntry("call", call.id())
        .containsEntry("tool", "delete_file")
        .containsEntry("args", "{\"path\":\"/tmp/a\",\"options\":{\"password\":\"[REDACTED]\"}}")
        .containsEntry("decision", "allow");
    assertThat(intent.get("findings")).contains("\"action\":\"would-deny\",\"count\":2");
    assertThat(record(3))
        .containsEntry("status", "returned")
        .containsEntry("micros", "1234")
        .containsEntry("call", call.id());
    assertThat(Files.readString(file())).doesNotContain(SECRET, "horse");
    assertThat(verify().good()).isTrue();
  }

  @Test
  void saysWhoIsCallingAndLeavesThatOutOfTheArguments() throws IOException {
    Tool tool =
        SampleCalls.tool(
            "recall",
            false,
            new Tool.Parameter(0, "memory", "java.lang.String", true),
            new Tool.Parameter(1, "path", "java.lang.String"));
    ToolCall call = SampleCalls.call(tool, "ada " + SECRET + "x".repeat(1000), "/tmp/a");
    ToolCall nested = new ToolCall(TOOL, null, new Object[] {"/tmp/b", null}, call);
    try (AuditLog log = open()) {
      log.intent(call, null);
      log.intent(nested, null);
    }

    assertThat(record(2)).containsEntry("args", "{\"path\":\"/tmp/a\"}");
    assertThat(String.valueOf(record(2).get("caller")))
        .startsWith("{\"memoryId\":{\"@cut\":\"ada [REDACTED_TOKEN]xxx")
        .hasSizeLessThan(500);
    assertThat(record(3).get("caller")).isEqualTo(record(2).get("caller"));
  }

  @Test
  void recordsWhatWasFoundInAStreamThatWasReadLater() throws IOException {
    ToolCall call = SampleCalls.call(TOOL, "/tmp/a", Map.of());
    try (AuditLog log = open()) {
      log.later(
          call,
          List.of(new Finding("secret.jwt", "result", Finding.Action.DENIED, 3)),
          new Verdict.Deny("output.secret.jwt", "result holds a secret"));
    }

    assertThat(record(2))
        .containsEntry("kind", "later")
        .containsEntry("call", call.id())
        .containsEntry("tool", "delete_file")
        .containsEntry("rule", "output.secret.jwt")
        .containsEntry(
            "findings",
            "[{\"rule\":\"secret.jwt\",\"where\":\"result\",\"action\":\"denied\",\"count\":3}]");
  }

  @Test
  void recordsADenialAndAnException() throws IOException {
    Verdict.Deny deny = new Verdict.Deny("args.path.within", "not " + SECRET);
    ToolCall call = SampleCalls.call(TOOL, "/etc/passwd", null);
    try (AuditLog log = open()) {
      log.intent(call, deny);
      log.outcome(call, new Outcome(Status.DENIED, deny, new SecurityException("x"), 10));
      log.intent(call, null);
      log.outcome(
          call, new Outcome(Status.THREW, null, new IllegalStateException("bad " + SECRET), 10));
    }

    assertThat(record(2))
        .containsEntry("decision", "deny")
        .containsEntry("rule", "args.path.within")
        .containsEntry("reason", "not [REDACTED_TOKEN]");
    assertThat(record(3)).containsEntry("status", "denied").doesNotContainKey("result");
    assertThat(record(5))
        .containsEntry(
            "exception",
            "{\"type\":\"java.lang.IllegalStateException\",\"message\":\"bad [REDACTED_TOKEN]\"}");
  }

  @Test
  void aLineCanBeCheckedWithAnEditorAndSha256() throws IOException {
    open().close();
    String line = Files.readAllLines(file()).get(0);
    byte[] before = line.substring(0, line.lastIndexOf(",\"hash\"")).getBytes(UTF_8);

    assertThat(line)
        .startsWith("{\"seq\":1,\"time\":\"")
        .endsWith(
            ",\"prev\":\""
                + "0".repeat(64)
                + "\",\"hash\":\""
                + Sha256.hex(before, 0, before.length)
                + "\"}");
  }

  @Test
  void onlyTheOwnerCanOpenAnyOfIt() throws IOException {
    open().close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir().toPath())))
        .isEqualTo("rwx------");
    for (String name : List.of("audit.jsonl", "audit.checkpoint", "audit.lock")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(dir().toPath().resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void losesNoLineAndNoOrderWithManyThreads(boolean fsync) throws Exception {
    int threads = 8;
    int calls = fsync ? 25 : 500;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (AuditLog log = new AuditLog(dir(), REDACT, fsync, Mode.ENFORCE)) {
      List<Future<?>> all =
          IntStream.range(0, threads)
              .<Future<?>>mapToObj(t -> pool.submit(() -> calls(log, calls)))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdown();
    }

    AuditVerifier.Report report = verify();
    assertThat(report.problem()).isNull();
    assertThat(report.lines()).isEqualTo(1 + 2L * threads * calls);
    assertThat(report.unfinished()).isEmpty();
  }

  @Test
  void anInterruptedThreadRecordsLikeAnyOther() throws IOException {
    try (AuditLog log = new AuditLog(dir(), REDACT, true, Mode.ENFORCE)) {
      Thread.currentThread().interrupt();
      calls(log, 3);
      assertThat(Thread.interrupted()).isTrue();
      calls(log, 3);
    }

    assertThat(verify().good()).isTrue();
    assertThat(verify().lines()).isEqualTo(13);
  }

  @Test
  void aSecondStartContinuesTheChain() throws IOException {
    open().close();
    try (AuditLog log = open()) {
      calls(log, 1);
    }

    assertThat(verify().lines()).isEqualTo(4);
    assertThat(verify().good()).isTrue();
  }

  @Test
  void theUnfinishedLineOfAKilledJvmIsMovedAwayAndTold() throws IOException {
    open().close();
    String whole = Files.readString(file());
    Files.writeString(file(), whole + "{\"seq\":2,\"time\":\"2026");

    open().close();

    File[] torn = dir().listFiles((in, name) -> name.startsWith("audit.torn-"));
    assertThat(torn).hasSize(1);
    assertThat(torn[0]).hasContent("{\"seq\":2,\"time\":\"2026");
    assertThat(record(3)).containsEntry("event", "torn-line");
    assertThat(verify().good()).isTrue();
  }

  @Test
  void wholeLinesThatTheCheckpointDoesNotKnowYetAreKept() throws IOException {
    open().close();
    byte[] early = Files.readAllBytes(dir().toPath().resolve(Checkpoint.FILE));
    try (AuditLog log = open()) {
      calls(log, 500);
    }
    Files.write(dir().toPath().resolve(Checkpoint.FILE), early);
    assertThat(verify().good()).isTrue();

    open().close();

    assertThat(verify().lines()).isEqualTo(1003);
    assertThat(verify().good()).isTrue();
  }

  @Test
  void refusesToContinueALogThatLostItsEnd() throws IOException {
    try (AuditLog log = open()) {
      calls(log, 2);
    }
    List<String> lines = Files.readAllLines(file());
    Files.writeString(file(), String.join("\n", lines.subList(0, 4)) + "\n");

    refused("it ends at line 4, its checkpoint says 5");
  }

  @Test
  void refusesToContinueALogWhoseLastLineWasEdited() throws IOException {
    try (AuditLog log = open()) {
      calls(log, 1);
    }
    String text = Files.readString(file());
    Files.writeString(file(), text.replace("\"returned\"", "\"answered\""));

    refused("line 3 was edited");
  }

  @Test
  void refusesToContinueALogWithoutItsCheckpointOrACheckpointWithoutItsLog() throws IOException {
    open().close();
    Path checkpoint = dir().toPath().resolve(Checkpoint.FILE);
    byte[] bytes = Files.readAllBytes(checkpoint);

    Files.delete(checkpoint);
    refused("no checkpoint");

    Files.write(checkpoint, bytes);
    Files.delete(file());
    refused("it ends at line 0, its checkpoint says 1");
  }

  @Test
  void refusesAFolderThatIsAFileOrThatOthersCanWriteTo() throws IOException {
    Files.writeString(dir().toPath(), "");
    assertThatThrownBy(this::open)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("is a file, not a folder");

    Files.delete(dir().toPath());
    Files.createDirectory(dir().toPath());
    Files.setPosixFilePermissions(dir().toPath(), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(this::open)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("chmod go-w");
  }

  @Test
  void refusesASecondLogOnTheSameFolder() throws IOException {
    try (AuditLog log = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(dir().getName())
          .hasMessageContaining("this JVM");
      calls(log, 1);
    }
    open().close();

    assertThat(verify().good()).isTrue();
  }

  @Test
  void deniesEveryCallOnceSomeoneElseCutTheOpenLog() throws IOException {
    try (AuditLog log = open()) {
      calls(log, 1);
      Files.writeString(file(), "");
      assertThatThrownBy(() -> calls(log, 1))
          .isInstanceOf(Denied.class)
          .hasMessageContaining("changed by someone else");
    }
    assertThat(verify().good()).isFalse();
  }

  @Test
  void deniesAfterItIsClosed() {
    AuditLog log = open();
    log.close();

    assertThatThrownBy(() -> calls(log, 1)).isInstanceOf(Denied.class);
  }

  private void refused(String why) {
    assertThatThrownBy(this::open)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("audit verify");
  }

  static void calls(AuditLog log, int count) {
    for (int i = 0; i < count; i++) {
      ToolCall call = SampleCalls.call(TOOL, "/tmp/" + i, null);
      log.intent(call, null);
      log.outcome(call, new Outcome(Status.RETURNED, null, "ok", 1000));
    }
  }

  private AuditLog open() {
    return new AuditLog(dir(), REDACT, false, Mode.ENFORCE);
  }

  private File dir() {
    return new File(temp, "guard");
  }

  private Path file() {
    return dir().toPath().resolve(AuditLog.FILE);
  }

  private AuditVerifier.Report verify() throws IOException {
    return AuditVerifier.verify(file());
  }

  private Map<String, @Nullable String> record(int line) throws IOException {
    byte[] bytes = Files.readAllLines(file()).get(line - 1).getBytes(UTF_8);
    return Json.members(bytes, bytes.length);
  }
}
