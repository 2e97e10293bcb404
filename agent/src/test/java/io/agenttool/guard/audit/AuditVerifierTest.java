package io.agenttool.guard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.evidence.SampleCalls;
import io.agenttool.guard.settings.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifierTest {
  @TempDir Path dir;
  private Path file;
  private List<String> lines;

  @BeforeEach
  void aLogOfSevenLines() throws IOException {
    try (AuditLog log = new AuditLog(dir.toFile(), SampleCalls.REDACT, false, Mode.ENFORCE)) {
      AuditLogTest.calls(log, 3);
    }
    file = dir.resolve(AuditLog.FILE);
    lines = new ArrayList<>(Files.readAllLines(file));
    assertThat(lines).hasSize(7);
  }

  @Test
  void anUntouchedLogIsGood() throws IOException {
    assertThat(AuditVerifier.verify(file)).isEqualTo(report(7, 0, null));
  }

  @Test
  void findsAnEditedLine() throws IOException {
    lines.set(3, lines.get(3).replace("/tmp/1", "/tmp/2"));
    found(4, "edited");
  }

  @Test
  void findsAnEditedLineWhoseHashWasMadeAnew() throws IOException {
    lines.set(3, forged(4, prev(4)));
    found(5, "does not follow line 4");
  }

  @Test
  void findsALastLineThatWasMadeAnew() throws IOException {
    lines.set(6, forged(7, prev(7)));
    found(7, "not the line of the checkpoint");
  }

  @Test
  void findsADeletedFirstMiddleAndLastLine() throws IOException {
    List<String> all = List.copyOf(lines);
    lines.remove(0);
    found(1, "line 1 is missing");

    lines = new ArrayList<>(all);
    lines.subList(3, 5).clear();
    found(4, "lines 4 to 5 are missing");

    lines = new ArrayList<>(all);
    lines.remove(6);
    found(7, "its checkpoint says 7");
  }

  @Test
  void findsSwappedLines() throws IOException {
    Collections.swap(lines, 2, 3);
    found(3, "swapped");
  }

  @Test
  void findsAnInsertedLine() throws IOException {
    lines.add(3, lines.get(1));
    found(4, "was put in here");
  }

  @Test
  void findsAForgedLineAtTheEndThatFollowsNothing() throws IOException {
    lines.add(forged(8, ChainedLine.ZEROS));
    found(8, "does not follow line 7");
  }

  @Test
  void findsWhatIsNoLineOfALog() throws IOException {
    lines.add(2, "");
    found(3, "not a line of an audit log");
  }

  @Test
  void findsALogThatEndsInTheMiddleOfALine() throws IOException {
    Files.writeString(file, String.join("\n", lines).substring(0, 2000));
    AuditVerifier.Report report = AuditVerifier.verify(file);

    assertThat(report.badLine()).isPositive();
    assertThat(report.problem()).contains("no line feed");
  }

  @Test
  void findsAnEmptiedLog() throws IOException {
    lines.clear();
    Files.writeString(file, "");

    assertThat(AuditVerifier.verify(file).problem()).contains("its checkpoint says 7");
  }

  @Test
  void aMissingCheckpointIsAFailure() throws IOException {
    Files.delete(dir.resolve(Checkpoint.FILE));

    assertThat(AuditVerifier.verify(file).problem()).contains("no audit.checkpoint");
  }

  @Test
  void aCheckpointRolledBackToAnotherLogIsAFailure() throws IOException {
    String foreign = "%019d %s\n".formatted(3, "ab".repeat(32));
    Files.writeString(dir.resolve(Checkpoint.FILE), foreign);

    assertThat(AuditVerifier.verify(file))
        .isEqualTo(report(7, 3, "it is not the line of the checkpoint"));
  }

  @Test
  void aCheckpointThatIsNoneIsAFailure() throws IOException {
    Files.writeString(dir.resolve(Checkpoint.FILE), "7");

    assertThat(AuditVerifier.verify(file).problem()).contains("is not a checkpoint");
  }

  @Test
  void tellsOfCallsThatHaveNoOutcome() throws IOException {
    try (AuditLog log = new AuditLog(dir.toFile(), SampleCalls.REDACT, false, Mode.ENFORCE)) {
      log.intent(SampleCalls.call(SampleCalls.tool("t", false), "a", null), null);
    }

    AuditVerifier.Report report = AuditVerifier.verify(file);
    assertThat(report.good()).isTrue();
    assertThat(report.unfinished()).containsExactly(9L);
  }

  private void found(long line, String problem) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
    AuditVerifier.Report report = AuditVerifier.verify(file);
    assertThat(report.badLine()).isEqualTo(line);
    assertThat(report.problem()).contains(problem);
  }

  private String prev(int line) {
    String text = lines.get(line - 1);
    int at = text.lastIndexOf("\"prev\":\"") + 8;
    return text.substring(at, at + 64);
  }

  private static String forged(long seq, String prev) {
    LineWriter writer = new LineWriter();
    byte[] body =
        "{\"kind\":\"event\",\"event\":\"nothing\"}"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    writer.line(seq, Instant.EPOCH, body, body.length, prev);
    return new String(
        writer.bytes(), 0, writer.length() - 1, java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static AuditVerifier.Report report(
      long lines, long bad, @org.jspecify.annotations.Nullable String problem) {
    return new AuditVerifier.Report(lines, bad, problem, List.of());
  }
}
