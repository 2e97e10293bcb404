package io.agenttool.guard.confirm;

import static io.agenttool.guard.evidence.SampleCalls.REDACT;
import static io.agenttool.guard.evidence.SampleCalls.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.evidence.SampleCalls;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmStageTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir File dir;
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void aToolThatNeedsNoApprovalHasNoStage() {
    assertThat(defence(LONG).stageFor(SampleCalls.tool("read", false))).isNull();
    assertThat(new File(dir, "approvals")).doesNotExist();
  }

  @Test
  void anApprovedCallGoesOnAndLeavesNothingBehind() throws Exception {
    Future<Verdict> verdict = begin(stage(LONG), call("/tmp/a"));
    PendingApproval pending = waiting();
    assertThat(verdict.isDone()).isFalse();
    assertThat(pending.tool()).isEqualTo("delete_row");
    assertThat(pending.args()).isEqualTo("{\"path\":\"/tmp/a\",\"options\":null}");

    folder().decide(pending.id(), true, "", Instant.now());

    assertThat(verdict.get()).isEqualTo(Verdict.proceed());
    assertThat(files()).isEmpty();
  }

  @Test
  void aRejectedCallIsDeniedWithThePersonsReason() throws Exception {
    Future<Verdict> verdict = begin(stage(LONG), call("/tmp/a"));
    folder().decide(waiting().id(), false, "not today", Instant.now());

    assertThat(denied(verdict).rule()).isEqualTo("confirm.rejected");
    assertThat(denied(verdict).reason()).endsWith("not today");
    assertThat(files()).isEmpty();
  }

  @Test
  void aCallThatNobodyApprovesIsDenied() throws Exception {
    Future<Verdict> verdict = begin(stage(Duration.ofMillis(50)), call("/tmp/a"));

    assertThat(denied(verdict).rule()).isEqualTo("confirm.timeout");
    assertThat(files()).isEmpty();
  }

  @Test
  void anInterruptedCallIsDeniedAndStaysInterrupted() throws Exception {
    Stage stage = stage(LONG);
    Thread.currentThread().interrupt();
    Verdict verdict = stage.before(call("/tmp/a"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(verdict).isInstanceOf(Verdict.Deny.class);

    Future<Boolean> interrupted =
        pool.submit(
            () -> {
              stage.before(call("/tmp/a"));
              return Thread.currentThread().isInterrupted();
            });
    waiting();
    pool.shutdownNow();
    assertThat(interrupted.get()).isTrue();
    assertThat(files()).isEmpty();
  }

  @Test
  void thePersonSeesNoSecretAndTheFileIsTheOwnersAlone() throws Exception {
    Future<Verdict> verdict = begin(stage(LONG), call("/tmp/" + SECRET));
    PendingApproval pending = waiting();
    Path file = folderPath().resolve(pending.id() + ".pending");

    assertThat(Files.readString(file)).doesNotContain(SECRET).contains("[REDACTED_TOKEN]");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folderPath())))
        .isEqualTo("rwx------");
    assertThat(verdict.isDone()).isFalse();
  }

  @Test
  void anApprovalIsGoodForOneCallOnly() throws Exception {
    Stage stage = stage(LONG);
    Future<Verdict> first = begin(stage, call("/tmp/a"));
    PendingApproval one = waiting();
    Future<Verdict> second = begin(stage, call("/tmp/a"));
    Awaitility.await().until(() -> folder().pending().size() == 2);
    PendingApproval two =
        folder().pending().stream().filter(p -> !p.id().equals(one.id())).findFirst().orElseThrow();
    assertThat(two.digest()).isNotEqualTo(one.digest());

    folder().decide(one.id(), true, "", Instant.now());
    assertThat(first.get()).isEqualTo(Verdict.proceed());
    assertThat(second.isDone()).isFalse();

    assertThatThrownBy(() -> folder().decide(one.id(), true, "", Instant.now()))
        .hasMessageContaining("no call waits");
    folder().decide(two.id(), true, "", Instant.now());
    assertThat(second.get()).isEqualTo(Verdict.proceed());
  }

  @Test
  void aDecisionReplayedForAnotherCallIsDenied() throws Exception {
    Stage stage = stage(LONG);
    Future<Verdict> first = begin(stage, call("/tmp/a"));
    Future<Verdict> second = begin(stage, call("/tmp/a"));
    Awaitility.await().until(() -> folder().pending().size() == 2);
    List<PendingApproval> both = folder().pending();
    Decision decision =
        new Decision(both.get(0).id(), both.get(0).digest(), true, Instant.now(), "");
    Path replayed = folderPath().resolve(both.get(1).id() + ".decision");
    writeAtOnce(replayed, seal().sealed(decision.write()));

    Awaitility.await().until(() -> first.isDone() || second.isDone());
    assertThat(denied(first.isDone() ? first : second).rule()).isEqualTo("confirm.forged");
    assertThat(first.isDone() && second.isDone()).isFalse();
  }

  @Test
  void aDecisionWithoutTheKeyIsDenied() throws Exception {
    Future<Verdict> verdict = begin(stage(LONG), call("/tmp/a"));
    PendingApproval pending = waiting();
    Decision decision = new Decision(pending.id(), pending.digest(), true, Instant.now(), "");
    writeAtOnce(
        folderPath().resolve(pending.id() + ".decision"),
        new Seal(new byte[Seal.KEY_LENGTH]).sealed(decision.write()));

    assertThat(denied(verdict).rule()).isEqualTo("confirm.forged");
  }

  @Test
  void aPendingFileRenamedToADecisionIsDenied() throws Exception {
    Future<Verdict> verdict = begin(stage(LONG), call("/tmp/a"));
    PendingApproval pending = waiting();
    writeAtOnce(
        folderPath().resolve(pending.id() + ".decision"),
        Files.readAllBytes(folderPath().resolve(pending.id() + ".pending")));

    assertThat(denied(verdict).rule()).isEqualTo("confirm.forged");
  }

  @Test
  void aRejectionTurnedIntoAnApprovalIsDenied() throws Exception {
    Future<Verdict> verdict = begin(stage(LONG), call("/tmp/a"));
    PendingApproval pending = waiting();
    Decision no = new Decision(pending.id(), pending.digest(), false, Instant.now(), "");
    String sealed = new String(seal().sealed(no.write()), UTF_8);
    writeAtOnce(
        folderPath().resolve(pending.id() + ".decision"),
        sealed.replace("\"approved\":false", "\"approved\":true").getBytes(UTF_8));

    assertThat(denied(verdict).rule()).isEqualTo("confirm.forged");
  }

  @Test
  void anExpiredApprovalIsDenied() throws Exception {
    Future<Verdict> verdict = begin(stage(LONG), call("/tmp/a"));
    folder().decide(waiting().id(), true, "", Instant.now().minus(Duration.ofMinutes(11)));

    assertThat(denied(verdict).rule()).isEqualTo("confirm.expired");
  }

  @Test
  void argumentsThatChangeWhileThePersonThinksAreDenied() throws Exception {
    List<String> rows = new ArrayList<>(List.of("7"));
    Future<Verdict> verdict = begin(stage(LONG), call(rows));
    PendingApproval pending = waiting();
    rows.add("8");
    folder().decide(pending.id(), true, "", Instant.now());

    assertThat(denied(verdict).rule()).isEqualTo("confirm.changed");
  }

  @Test
  void argumentsThatAnApprovalCannotBindAreDeniedAtOnce() {
    Verdict verdict = stage(LONG).before(call(new ByteArrayInputStream(new byte[0])));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Deny.class, deny -> assertThat(deny.rule()).isEqualTo("confirm.unreadable"));
  }

  @Test
  void argumentsThatAPersonCannotBeShownInFullAreDeniedAtOnce() {
    for (Object tooMuch : List.of("x".repeat(70_000), new int[1001], Map.of(List.of("k"), "v"))) {
      assertThat(stage(LONG).before(call(tooMuch)))
          .isInstanceOfSatisfying(
              Verdict.Deny.class, deny -> assertThat(deny.rule()).isEqualTo("confirm.unreadable"));
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void aTimeoutOfAnyLengthCanBeAskedFor() throws Exception {
    Future<Verdict> verdict = begin(stage(Duration.ofDays(999_999_999)), call("/tmp/a"));
    folder().decide(waiting().id(), true, "", Instant.now());

    assertThat(verdict.get()).isEqualTo(Verdict.proceed());
  }

  @Test
  void aPendingFileThatWasEditedIsNotShownAndCannotBeApproved() throws Exception {
    Future<Verdict> verdict = begin(stage(LONG), call("/tmp/everything"));
    PendingApproval pending = waiting();
    Path file = folderPath().resolve(pending.id() + ".pending");
    Files.writeString(file, Files.readString(file).replace("everything", "nothing"));

    assertThat(folder().pending()).isEmpty();
    assertThatThrownBy(() -> folder().decide(pending.id(), true, "", Instant.now()))
        .isInstanceOf(IOException.class);
    assertThat(verdict.isDone()).isFalse();
  }

  @Test
  void anIdLeadsToNothingButAPendingApproval() throws Exception {
    Future<Verdict> verdict = begin(stage(LONG), call("/tmp/a"));
    PendingApproval pending = waiting();
    Files.createDirectory(folderPath().resolve(pending.id() + ".x"));
    assertThatThrownBy(() -> folder().decide("../" + pending.id(), true, "", Instant.now()))
        .hasMessageContaining("no call waits");
    assertThatThrownBy(() -> folder().decide("", true, "", Instant.now()))
        .hasMessageContaining("no call waits");
    assertThat(verdict.isDone()).isFalse();
  }

  @Test
  void whatADeadJvmLeftIsSweptAway() throws Exception {
    Future<Verdict> verdict = begin(stage(LONG), call("/tmp/a"));
    PendingApproval alive = waiting();
    Path file = folderPath().resolve(alive.id() + ".pending");
    String text = Files.readString(file);
    String body = text.substring(0, text.lastIndexOf(",\"mac\"")) + "}";
    String dead = "00000000000000aa";
    Files.write(
        folderPath().resolve(dead + ".pending"),
        seal()
            .sealed(
                body.replace(alive.id(), dead)
                    .replace(alive.started(), "2001-01-01T00:00:00Z")
                    .getBytes(UTF_8)));
    Files.writeString(folderPath().resolve(dead + ".decision"), "x");
    Files.writeString(folderPath().resolve("junk"), "x");
    assertThat(folder().pending()).hasSize(1);

    stage(LONG);

    assertThat(files()).containsExactly(alive.id() + ".pending");
    assertThat(verdict.isDone()).isFalse();
  }

  @Test
  void monitoringNeitherWaitsNorAsks() {
    Verdict verdict = stage(LONG).observe(call("/tmp/a"));

    assertThat(verdict).isInstanceOf(Verdict.Deny.class);
    assertThat(files()).isEmpty();
  }

  private ConfirmDefence defence(Duration timeout) {
    return new ConfirmDefence(
        dir, REDACT, timeout, Duration.ofMinutes(10), Clock.systemUTC(), line -> {});
  }

  private Stage stage(Duration timeout) {
    return requireNonNull(defence(timeout).stageFor(SampleCalls.tool("delete_row", true)));
  }

  private static ToolCall call(@Nullable Object argument) {
    return SampleCalls.call(SampleCalls.tool("delete_row", true), argument, null);
  }

  private Future<Verdict> begin(Stage stage, ToolCall call) {
    return pool.submit(() -> stage.before(call));
  }

  private static Verdict.Deny denied(Future<Verdict> verdict) throws Exception {
    assertThat(verdict.get()).isInstanceOf(Verdict.Deny.class);
    return (Verdict.Deny) verdict.get();
  }

  private PendingApproval waiting() {
    return Awaitility.await()
        .ignoreExceptions()
        .until(() -> folder().pending().get(0), pending -> true);
  }

  private ApprovalFolder folder() throws IOException {
    return ApprovalFolder.open(dir);
  }

  private Path folderPath() {
    return dir.toPath().resolve("approvals");
  }

  private Seal seal() throws IOException {
    return new Seal(Files.readAllBytes(dir.toPath().resolve("approvals.key")));
  }

  private void writeAtOnce(Path file, byte[] bytes) throws IOException {
    Path made = dir.toPath().resolve("made");
    Files.write(made, bytes);
    Files.move(made, file);
  }

  private List<String> files() {
    String[] names = new File(dir, "approvals").list();
    return names == null ? List.of() : List.of(names);
  }
}
