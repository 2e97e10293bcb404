package io.agenttool.sample.story;

import static io.agenttool.sample.story.Step.attack;

import io.agenttool.sample.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Python that does more than compute. */
final class CodeAttacks {
  private CodeAttacks() {}

  static List<Step> in(World world) {
    Path outside = world.folders().outside();
    int backDoor = freePort();
    return List.of(
        python(
            "python-read",
            "reads the host's files",
            "print(open('%s').read())".formatted(world.folders().payrollFile()),
            Probe.saw("payroll read", "payroll not read", world.folders().payroll())),
        python(
            "python-write",
            "writes to the host",
            "open('%s', 'w').write('planted')".formatted(outside.resolve("planted-3")),
            Probe.exists(outside.resolve("planted-3"), "file planted", "no file")),
        python(
            "python-call-home",
            "calls a server",
            """
            import urllib.request
            urllib.request.urlopen('%s', timeout=5).read()
            """
                .formatted(world.attacker().url("127.0.0.1", "/from-python")),
            Probe.that(
                seen -> world.attacker().wasAsked("/from-python"),
                "server called",
                "server not called")),
        python(
            "python-back-door",
            "leaves a back door open",
            """
            import os, socket
            door = socket.create_server(('127.0.0.1', %d))
            door.settimeout(10)
            if os.fork() == 0:
                os.setsid()
                try:
                    door.accept()[0].sendall(b'come in')
                finally:
                    os._exit(0)
            print('open')
            """
                .formatted(backDoor),
            Probe.that(seen -> answers(backDoor), "back door open", "no back door")),
        python(
            "python-threads",
            "starts 200 threads",
            """
            import threading, time
            for _ in range(200):
                threading.Thread(target=time.sleep, args=(0.5,)).start()
            print(threading.active_count() - 1, 'threads')
            """,
            Probe.saw("200 threads", "stopped before 200", "200 threads")),
        python(
            "python-memory",
            "takes 400 MB",
            "print(len(b'x' * 400_000_000), 'bytes')",
            Probe.saw("400 MB taken", "memory not given", "400000000 bytes")),
        python(
            "python-endless",
            "keeps a processor busy for 8 s",
            """
            import time
            end = time.monotonic() + 8
            while time.monotonic() < end:
                pass
            print('busy for', 5 + 3, 's')
            """,
            Probe.saw("8 s taken", "ended before", "busy for 8 s")));
  }

  private static Step python(String id, String title, String code, Probe probe) {
    return attack(id, title, "runPython", Map.of("code", code), probe).needing("python3");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.getInputStream().read() == 'c';
    } catch (IOException nobodyThere) {
      return false;
    }
  }
}
