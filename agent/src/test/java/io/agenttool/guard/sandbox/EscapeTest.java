package io.agenttool.guard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What code tries from inside; each beside the honest twin in {@link SandboxTest}. */
@NeedsEngine
class EscapeTest {
  private final Sandbox sandbox = new Sandbox(TestEngine.HOST);

  private Execution run(String code) {
    return sandbox.run(Policies.STANDARD, code.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void noConnectionReachesThisMachineByAnyOfItsAddresses() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"))) {
      listener.setSoTimeout(100);
      new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort()).close();
      listener.accept().close();
      String addresses =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .map(address -> "'" + address.getHostAddress().replaceAll("%.*", "") + "'")
              .collect(Collectors.joining(","));

      Execution execution =
          run(
              """
              import socket
              for address in [%s, 'host.docker.internal', 'gateway.docker.internal']:
                  try:
                      socket.create_connection((address, %d), 2).close()
                      print('reached', address)
                  except OSError as e:
                      pass
              print([name for _, name in socket.if_nameindex()])
              """
                  .formatted(addresses, listener.getLocalPort()));

      assertThat(execution.output()).doesNotContain("reached").startsWith("['lo'");
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void onlyTmpCanBeWrittenTo() {
    Execution execution =
        run(
            """
            import os
            for folder, folders, files in os.walk('/'):
                folders[:] = [f for f in folders if not os.path.islink(os.path.join(folder, f))]
                if folder.startswith('/proc/') and folder.count('/') > 3:
                    folders[:] = []
                    continue
                try:
                    with open(os.path.join(folder, 'guard-probe'), 'w') as f:
                        f.write('x')
                    print(folder)
                except OSError:
                    pass
            """);

    assertThat(execution).isEqualTo(new Execution(true, "/tmp\n", "", 0));
  }

  @Test
  void tmpIsBoundedAndRunsNoPrograms() {
    Execution execution =
        run(
            """
            import os, shutil, subprocess
            try:
                with open('/tmp/big', 'wb') as f:
                    f.write(b'x' * (5 << 20))
                print('big')
            except OSError:
                os.remove('/tmp/big')
            try:
                for i in range(100000):
                    open('/tmp/%d' % i, 'w').close()
                print('many')
            except OSError:
                for i in range(i):
                    os.remove('/tmp/%d' % i)
            shutil.copy('/bin/true', '/tmp/program')
            os.chmod('/tmp/program', 0o755)
            try:
                subprocess.run(['/tmp/program'])
                print('ran')
            except PermissionError:
                print('refused')
            """);

    assertThat(execution).isEqualTo(new Execution(true, "refused\n", "", 0));
  }

  @Test
  void itIsNobodyWithoutCapabilitiesAndCannotBecomeRoot() {
    Execution execution =
        run(
            """
            import os
            for line in open('/proc/self/status'):
                if line.split(':')[0] in ('CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb',
                                          'NoNewPrivs', 'Seccomp', 'Uid', 'Gid', 'Groups'):
                    print(' '.join(line.split()))
            try:
                os.setuid(0)
                print('root')
            except PermissionError:
                pass
            """);

    assertThat(execution.output())
        .isEqualTo(
            """
            Uid: 65534 65534 65534 65534
            Gid: 65534 65534 65534 65534
            Groups: 65534
            CapInh: 0000000000000000
            CapPrm: 0000000000000000
            CapEff: 0000000000000000
            CapBnd: 0000000000000000
            CapAmb: 0000000000000000
            NoNewPrivs: 1
            Seccomp: 2
            """);
  }

  @Test
  void nothingOfThisJvmIsInItsEnvironment() {
    Execution execution =
        run("import os, socket\nprint(sorted(os.environ))\nprint(socket.gethostname())");

    assertThat(System.getenv()).isNotEmpty();
    assertThat(execution.output()).isEqualTo("['HOME', 'HOSTNAME', 'LC_CTYPE', 'PATH']\nsandbox\n");
  }

  @Test
  void itSeesNoProcessButItsOwnAndNoEngine() {
    Execution execution =
        run(
            """
            import os
            print(len([p for p in os.listdir('/proc') if p.isdigit()]))
            print([p for p in ('/run/docker.sock', '/var/run/docker.sock', '/run/containerd',
                               '/dev/kmsg', '/dev/sda', '/dev/vda') if os.path.exists(p)])
            """);

    assertThat(execution.output()).isEqualTo("2\n[]\n");
  }

  @Test
  void itCannotEndOrHoldTheProcessThatBoundsIt() {
    Execution execution =
        run(
            """
            import os, signal, time
            for number in (signal.SIGKILL, signal.SIGSTOP):
                os.kill(1, number)
            time.sleep(0.2)
            state = open('/proc/1/stat').read().split(')')[1].split()[0]
            print(open('/proc/1/comm').read().strip(), state)
            """);

    assertThat(execution.output()).isEqualTo("timeout S\n");
  }

  @Test
  void itCannotMountOrMakeANamespaceOfItsOwn() {
    Execution execution =
        run(
            """
            import ctypes
            libc = ctypes.CDLL(None, use_errno=True)
            print(libc.unshare(0x10000000), libc.mount(b'none', b'/tmp', b'tmpfs', 0, None))
            """);

    assertThat(execution.output()).isEqualTo("-1 -1\n");
  }
}
