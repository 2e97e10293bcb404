package io.agenttool.guard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.evidence.SampleCalls;
import io.agenttool.guard.settings.Mode;
import io.agenttool.guard.settings.SettingsException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log in JVMs of their own: killed, on a full disk, two at once. */
class AuditProcessTest {
  @TempDir Path dir;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endProcesses() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Records calls until it is told to end; tells what happens, a word a line. */
  static final class Recorder {
    public static void main(String[] args) throws IOException {
      try (AuditLog log =
          new AuditLog(
              new File(args[0]), SampleCalls.REDACT, args[1].equals("fsync"), Mode.ENFORCE)) {
        System.out.println("open");
        boolean denied = false;
        while (!new File(args[0], "end").exists()) {
          try {
            AuditLogTest.calls(log, 1);
            if (denied) {
              System.out.println("recovered");
            }
            denied = false;
          } catch (Denied e) {
            if (!denied) {
              System.out.println("denied " + e.getMessage());
            }
            denied = true;
            LockSupport.parkNanos(20_000_000);
          }
        }
      } catch (SettingsException e) {
        System.out.println("refused " + e.getMessage());
      }
      System.out.println("closed");
    }
  }

  @RepeatedTest(3)
  void aKilledJvmLeavesALogThatTheNextOneContinues() throws Exception {
    for (String how : List.of("plain", "fsync")) {
      Process process = start("", how);
      BufferedReader out = process.inputReader();
      assertThat(out.readLine()).isEqualTo("open");
      awaitLines(200);
      process.destroyForcibly().waitFor();

      try (AuditLog log = new AuditLog(dir.toFile(), SampleCalls.REDACT, false, Mode.ENFORCE)) {
        AuditLogTest.calls(log, 1);
      }
      AuditVerifier.Report report = AuditVerifier.verify(log());
      assertThat(report.problem()).isNull();
      assertThat(report.lines()).isGreaterThan(200);
      assertThat(report.unfinished()).hasSizeLessThan(3);
    }
  }

  @Test
  void twoJvmsCannotWriteTheSameLog() throws Exception {
    Process first = start("", "plain");
    assertThat(first.inputReader().readLine()).isEqualTo("open");

    assertThatThrownBy(() -> new AuditLog(dir.toFile(), SampleCalls.REDACT, false, Mode.ENFORCE))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(dir.toRealPath().toString())
        .hasMessageContaining("(pid " + first.pid() + ")");

    Files.createFile(dir.resolve("end"));
    assertThat(first.waitFor()).isZero();
    assertThat(AuditVerifier.verify(log()).problem()).isNull();
  }

  @Test
  void aFullDiskDeniesCallsUntilThereIsRoomAndBreaksNoLine() throws Exception {
    // A limit on the size of files (RLIMIT_FSIZE) ends a write in its middle, as a full disk does.
    Process process = start("ulimit -S -f 40; ", "plain");
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).isEqualTo("open");
    assertThat(out.readLine()).startsWith("denied the audit log cannot be written (");
    AuditVerifier.Report full = AuditVerifier.verify(log());
    assertThat(full.problem()).isNull();
    assertThat(Files.size(log())).isLessThanOrEqualTo(40 * 1024);

    Process more =
        new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited")
            .inheritIO()
            .start();
    assertThat(more.waitFor()).isZero();
    assertThat(out.readLine()).isEqualTo("recovered");
    Files.createFile(dir.resolve("end"));
    assertThat(out.readLine()).isEqualTo("closed");

    AuditVerifier.Report report = AuditVerifier.verify(log());
    assertThat(report.problem()).isNull();
    assertThat(report.lines()).isGreaterThan(full.lines());
  }

  private Process start(String before, String how) throws IOException {
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                before + "exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Recorder.class.getName(),
                dir.toString(),
                how)
            .redirectErrorStream(true)
            .start();
    processes.add(process);
    return process;
  }

  private void awaitLines(int count) throws IOException, InterruptedException {
    while (!Files.exists(log()) || Files.readString(log(), UTF_8).lines().count() < count) {
      Thread.sleep(5);
    }
  }

  private Path log() {
    return dir.resolve(AuditLog.FILE);
  }
}
