package io.agenttool.guard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Denied;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is not there, or not what it says. */
class EngineTroubleTest {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @TempDir Path folder;

  private static AbstractThrowableAssert<?, ? extends Throwable> denial(Object host) {
    Sandbox sandbox = new Sandbox(EngineAddress.parse(host.toString()), PATIENCE);
    return assertThatThrownBy(
            () -> sandbox.run(Policies.STANDARD, "print(1)".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Denied.class, e -> assertThat(e.verdict().rule()).isEqualTo("sandbox.engine"));
  }

  private String socket() {
    return "unix://" + folder.resolve("engine.sock");
  }

  @Test
  void aSocketThatIsNotThereIsDeniedWithWhatToDo() {
    denial(socket())
        .hasMessageContaining("no container engine answers at " + socket())
        .hasMessageContaining("start one")
        .hasMessageContaining("guard.sandbox.host")
        .hasMessageContaining("the tool's body was not run");
  }

  @Test
  void aPortThatNobodyListensOnIsDenied() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    denial("tcp://127.0.0.1:" + port).hasMessageContaining("no container engine answers");
  }

  @Test
  void aSocketThatIsTakenAndNeverAnsweredIsDenied() throws IOException {
    try (ServerSocketChannel deaf = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      deaf.bind(UnixDomainSocketAddress.of(folder.resolve("engine.sock")));

      denial(socket()).hasMessageContaining("does not answer within 500 ms");
    }
  }

  @Test
  void aSocketWhoseQueueIsFullIsDenied() throws IOException {
    try (ServerSocketChannel full = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      full.bind(UnixDomainSocketAddress.of(folder.resolve("engine.sock")), 1);
      for (int i = 0; i < 3; i++) {
        denial(socket()).hasMessageContaining("does not answer within 500 ms");
      }
    }
  }

  @Test
  void aPortThatIsTakenAndNeverAnsweredIsDenied() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      denial("tcp://127.0.0.1:" + deaf.getLocalPort())
          .hasMessageContaining("does not answer within 500 ms");
    }
  }

  @Test
  void aServerThatIsNoEngineIsDenied() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread nonsense =
          new Thread(
              () -> {
                while (!server.isClosed()) {
                  try (var connection = server.accept()) {
                    connection
                        .getOutputStream()
                        .write("220 mail\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                  } catch (IOException e) {
                    // the next one, or the end of the test
                  }
                }
              });
      nonsense.start();

      denial("tcp://127.0.0.1:" + server.getLocalPort());
    }
  }
}
