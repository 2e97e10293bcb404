package io.agenttool.guard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.settings.SandboxPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsEngine
class SandboxTest {
  private final Sandbox sandbox = new Sandbox(TestEngine.HOST);

  @AfterEach
  void nothingIsLeftOfAnyCall() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> TestEngine.containersOf(ProcessHandle.current().pid()).isEmpty());
  }

  private Execution run(SandboxPolicy policy, String code) {
    return sandbox.run(policy, code.getBytes(StandardCharsets.UTF_8));
  }

  private Execution run(String code) {
    return run(Policies.STANDARD, code);
  }

  @Test
  void anHonestProgramPrintsWhatItComputes() {
    Execution execution = run("print(sum(range(10)))");

    assertThat(execution).isEqualTo(new Execution(true, "45\n", "", 0));
  }

  @Test
  void aProgramMayUseTheLibraryThreadsProcessesAndItsTmp() {
    Execution execution =
        run(
            """
            import dataclasses, json, pathlib, subprocess, sys, threading
            @dataclasses.dataclass
            class Point:
                x: int
            pathlib.Path('/tmp/a').write_text(json.dumps(dataclasses.asdict(Point(1))))
            thread = threading.Thread(target=lambda: print(open('a').read()))
            thread.start(); thread.join()
            print(subprocess.run(['echo', 'child'], capture_output=True, text=True).stdout, end='')
            if __name__ == '__main__':
                print(sys.argv)
            """);

    assertThat(execution.error()).isEmpty();
    assertThat(execution.output()).isEqualTo("{\"x\": 1}\nchild\n['<code>']\n");
  }

  @Test
  void aProgramThatRaisesSaysWhereInItsOwnLines() {
    Execution execution = run("def divide(x):\n    return 1 / x\nprint('a')\ndivide(0)");

    assertThat(execution.success()).isFalse();
    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(execution.output()).isEqualTo("a\n");
    assertThat(execution.error())
        .contains("line 2, in divide\n    return 1 / x", "ZeroDivisionError")
        .doesNotContain("exec(");
  }

  @Test
  void codeThatIsNotPythonIsASyntaxErrorOfItsLine() {
    Execution execution = run("print('a')\nfor in");

    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(execution.output()).isEmpty();
    assertThat(execution.error()).contains("line 2", "for in", "SyntaxError");
  }

  @Test
  void theExitCodeIsTheProgramsOwn() {
    assertThat(run("import sys; sys.exit(3)").exitCode()).isEqualTo(3);
    assertThat(run("import os; os.abort()").exitCode()).isEqualTo(134);
  }

  @Test
  void codeOfAMebibyteRunsWhateverItsQuotes() {
    String code = "'''" + "\"$(reboot)\\n`".repeat(1000) + "'''\n" + "# ünï\n".repeat(110_000);
    Execution execution = run(code + "print(1)");

    assertThat(execution).isEqualTo(new Execution(true, "1\n", "", 0));
  }

  @Test
  void standardInputIsAtItsEnd() {
    assertThat(run("import sys; print(repr(sys.stdin.read()))").output()).isEqualTo("''\n");
    assertThat(run("input()").error()).contains("EOFError");
  }

  @Test
  void charactersAcrossFramesStayWhole() {
    Execution execution =
        run(
            """
            import os, time
            for byte in '😀é'.encode():
                os.write(1, bytes([byte]))
                time.sleep(0.02)
            print('😀é' * 20000)
            """);

    assertThat(execution.output()).isEqualTo("😀é" + "😀é".repeat(20000) + "\n");
  }

  @Test
  void bytesThatAreNoTextAreReplaced() {
    assertThat(run("import os; os.write(1, b'a\\xff\\xc3b')").output()).isEqualTo("a\uFFFD\uFFFDb");
  }

  @Test
  void anEndlessLoopIsKilledAndWhatItSaidIsKept() {
    Execution execution =
        run(
            Policies.within(Duration.ofSeconds(2)),
            "import sys\nprint('begun')\nprint('why', file=sys.stderr)\nwhile True: pass");

    assertThat(execution)
        .isEqualTo(new Execution(false, "begun\n", "why\nkilled after 2 s", Execution.KILLED));
  }

  @Test
  void aProgramThatHandlesEverySignalIsKilledAllTheSame() {
    Execution execution =
        run(
            Policies.within(Duration.ofSeconds(2)),
            """
            import os, signal, time
            for number in range(1, 32):
                if number not in (signal.SIGKILL, signal.SIGSTOP):
                    signal.signal(number, signal.SIG_IGN)
            while True:
                time.sleep(1)
            """);

    assertThat(execution.exitCode()).isEqualTo(Execution.KILLED);
    assertThat(execution.error()).isEqualTo("killed after 2 s");
  }

  @Test
  void endlessOutputIsCutAndItsProgramKilled() {
    Execution execution = run(Policies.withOutput(100_000), "while True: print('x' * 10**6)");

    assertThat(execution.success()).isFalse();
    assertThat(execution.exitCode()).isEqualTo(Execution.KILLED);
    assertThat(execution.output())
        .startsWith("xxx")
        .endsWith("\n[output cut after 100000 bytes]")
        .hasSize(100_000 + "\n[output cut after 100000 bytes]".length());
    assertThat(execution.error()).isEqualTo("killed: it wrote more than 100000 bytes");
  }

  @Test
  void eachStreamHasItsOwnBound() {
    Execution execution =
        run(
            Policies.withOutput(1000),
            "import sys\nprint('o' * 999)\nprint('e' * 999, file=sys.stderr)");

    assertThat(execution.success()).isTrue();
    assertThat(execution.output()).hasSize(1000);
    assertThat(execution.error()).hasSize(1000);
  }

  @Test
  void wantOfMemoryEndsTheProgram() {
    Execution execution = run("a = bytearray(200 << 20)\nprint('got it')");

    assertThat(execution.success()).isFalse();
    assertThat(execution.output()).isEmpty();
    assertThat(execution.exitCode()).isEqualTo(Execution.KILLED);
    assertThat(execution.error()).contains("want of memory");
  }

  @Test
  void aForkBombStaysWithinItsProcesses() {
    Execution execution =
        run(
            """
            import os, time
            children = 0
            try:
                while True:
                    if os.fork() == 0:
                        time.sleep(60)
                    children += 1
            except BlockingIOError:
                print(children < 32)
            """);

    assertThat(execution.output()).isEqualTo("True\n");
  }

  @Test
  void manyCallsAtOnceGetEachItsOwnOutcome() {
    List<CompletableFuture<Execution>> calls =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> run("print(" + i + ")")))
            .toList();

    for (int i = 0; i < calls.size(); i++) {
      assertThat(calls.get(i).join().output()).isEqualTo(i + "\n");
    }
  }

  @Test
  void anInterruptEndsTheCallAndTheContainer() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> stillInterrupted = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                run("while True: pass");
              } catch (Denied e) {
                thrown.set(e);
              }
              stillInterrupted.set(Thread.interrupted());
            });
    caller.start();
    long pid = ProcessHandle.current().pid();
    await().until(() -> !TestEngine.containersOf(pid).isEmpty());

    caller.interrupt();
    caller.join();

    assertThat(thrown.get()).hasMessageContaining("interrupted");
    assertThat(stillInterrupted.get()).isTrue();
    assertThat(TestEngine.containersOf(pid)).isEmpty();
  }

  @Test
  void aProgramThatClosesItsOutputIsStillWaitedFor() {
    Execution execution =
        run(
            """
            import os, time
            print('a')
            os.close(1)
            os.close(2)
            time.sleep(1)
            os._exit(5)
            """);

    assertThat(execution).isEqualTo(new Execution(false, "a\n", "", 5));
  }

  @Test
  void aChildThatIsLeftBehindEndsWithTheProgram() {
    Execution execution =
        run(
            """
            import os, time
            if os.fork() == 0:
                os.setsid()
                time.sleep(600)
            print('a')
            """);

    assertThat(execution).isEqualTo(new Execution(true, "a\n", "", 0));
  }

  @Test
  void limitsThatTheEngineRefusesAreADenialThatSaysWhy() {
    assertThatThrownBy(() -> run(Policies.withMemory(4096), "print(1)"))
        .isInstanceOfSatisfying(
            Denied.class, e -> assertThat(e.verdict().rule()).isEqualTo("sandbox.refused"))
        .hasMessageContaining("Minimum memory limit")
        .hasMessageContaining("the tool's body was not run")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void anImageThatIsNotThereIsDeniedAndNotPulled() {
    assertThatThrownBy(() -> run(Policies.of("guard.invalid/absent:1"), "print(1)"))
        .isInstanceOfSatisfying(
            Denied.class, e -> assertThat(e.verdict().rule()).isEqualTo("sandbox.image"))
        .hasMessageContaining("docker pull guard.invalid/absent:1");
  }

  @Test
  void theApplicationsOwnDockerSettingsAreNotRead() {
    System.setProperty("DOCKER_HOST", "tcp://127.0.0.1:1");
    System.setProperty("DOCKER_TLS_VERIFY", "1");
    System.setProperty("api.version", "1.99");
    try {
      assertThat(run("print(1)").output()).isEqualTo("1\n");
    } finally {
      System.clearProperty("DOCKER_HOST");
      System.clearProperty("DOCKER_TLS_VERIFY");
      System.clearProperty("api.version");
    }
  }
}
