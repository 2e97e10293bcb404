package io.agenttool.guard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agenttool.guard.call.Denied;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that is reached through a port. */
@NeedsEngine
class TcpEngineTest {

  private static Execution run(Sandbox sandbox, Duration timeout, String code) {
    return sandbox.run(Policies.within(timeout), code.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void codeRunsThroughAPort() throws Exception {
    try (PortToEngine port = new PortToEngine()) {
      Sandbox sandbox = new Sandbox("tcp://127.0.0.1:" + port.number());

      assertThat(run(sandbox, Duration.ofSeconds(30), "print('é' * 100000)"))
          .isEqualTo(new Execution(true, "é".repeat(100_000) + "\n", "", 0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void anEngineThatIsLostInTheMiddleEndsTheCallAndTheNextOneIsNewlyConnected(int more)
      throws Exception {
    try (PortToEngine port = new PortToEngine()) {
      Sandbox sandbox = new Sandbox("tcp://127.0.0.1:" + port.number());
      long pid = ProcessHandle.current().pid();
      CompletableFuture<Execution> call =
          CompletableFuture.supplyAsync(
              () -> run(sandbox, Duration.ofSeconds(60), "while True: pass"));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !TestEngine.runningContainersOf(pid).isEmpty());

      port.cut(more);

      assertThatThrownBy(call::join)
          .cause()
          .isInstanceOfSatisfying(
              Denied.class, e -> assertThat(e.verdict().rule()).isEqualTo("sandbox.engine"));
      // the engine may be at it still, if the request came in with the connection's end
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> TestEngine.runningContainersOf(pid).isEmpty());
      assertThat(run(sandbox, Duration.ofSeconds(30), "print(1)").output()).isEqualTo("1\n");
    }
  }
}
