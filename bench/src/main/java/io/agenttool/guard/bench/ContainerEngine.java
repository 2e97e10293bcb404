package io.agenttool.guard.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The engine that Guard uses where no setting names another. */
final class ContainerEngine {
  private static final String SOCKET = "/var/run/docker.sock";
  private static final String IMAGE = "python:3.11-slim";

  private ContainerEngine() {}

  /** Why no Python can be run in a container; {@code null} where it can. */
  static @Nullable String whatIsMissing() {
    String answer;
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(SOCKET))) {
      String request = "GET /images/" + IMAGE + "/json HTTP/1.0\r\nHost: engine\r\n\r\n";
      channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
      ByteBuffer first = ByteBuffer.allocate("HTTP/1.0 200".length());
      while (first.hasRemaining() && channel.read(first) >= 0) {
        // until the status is there
      }
      answer = new String(first.array(), US_ASCII);
    } catch (IOException e) {
      return "no container engine answers at " + SOCKET;
    }
    return answer.endsWith(" 200") ? null : "the container engine has no image " + IMAGE;
  }
}
