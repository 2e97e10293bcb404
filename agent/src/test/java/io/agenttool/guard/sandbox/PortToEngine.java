package io.agenttool.guard.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A port on loopback behind which lies the socket of this machine's engine. */
final class PortToEngine implements AutoCloseable {
  private final ServerSocketChannel port = ServerSocketChannel.open();
  private final Queue<SocketChannel> connections = new ConcurrentLinkedQueue<>();
  private final AtomicInteger toCut = new AtomicInteger();

  PortToEngine() throws IOException {
    port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    start(this::accept);
  }

  int number() throws IOException {
    return ((InetSocketAddress) port.getLocalAddress()).getPort();
  }

  /**
   * Ends all connections that there are, as an engine that is restarted does.
   *
   * @param more how many of the next ones are ended as soon as they are made
   */
  void cut(int more) throws IOException {
    toCut.set(more);
    for (SocketChannel connection : List.copyOf(connections)) {
      connection.close();
    }
  }

  @Override
  public void close() throws IOException {
    port.close();
    cut(0);
  }

  private void accept() throws IOException {
    Path socket = Path.of(EngineAddress.parse(TestEngine.HOST).uri().getPath());
    while (true) {
      SocketChannel here = port.accept();
      if (toCut.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
        here.close();
        continue;
      }
      SocketChannel there = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      connections.add(here);
      connections.add(there);
      start(() -> copy(here, there));
      start(() -> copy(there, here));
    }
  }

  private static void copy(SocketChannel from, SocketChannel to) throws IOException {
    try (from;
        to) {
      ByteBuffer buffer = ByteBuffer.allocate(65536);
      while (from.read(buffer.clear()) >= 0) {
        to.write(buffer.flip());
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // closed from one side
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
