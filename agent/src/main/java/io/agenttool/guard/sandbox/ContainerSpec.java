package io.agenttool.guard.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import io.agenttool.guard.settings.SandboxPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The container that code runs in, as data: what it has, and what it has not.
 *
 * <p>After the OWASP Docker Security Cheat Sheet (rules 2 to 4, 7, 8) and the CIS Docker Benchmark
 * (section 5). The engine's own seccomp profile holds too, and is not touched.
 */
final class ContainerSpec {
  /** How much longer than the policy says PID 1 lives; it matters only where this JVM is dead. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private static final String NOBODY = "65534:65534";
  private static final long ONE_CPU = 1_000_000_000L;

  private ContainerSpec() {}

  /** The request that makes the container. Nothing in it comes from this JVM's environment. */
  static CreateContainerCmd create(
      DockerClient engine,
      String name,
      SandboxPolicy policy,
      Language language,
      Map<String, String> labels) {
    return engine
        .createContainerCmd(policy.image())
        .withName(name)
        .withLabels(labels)
        .withEntrypoint(command(policy, language))
        .withUser(NOBODY)
        .withWorkingDir("/tmp")
        .withHostName("sandbox")
        .withNetworkDisabled(true)
        .withTty(false)
        .withStdinOpen(true)
        .withStdInOnce(true)
        .withAttachStdin(true)
        .withAttachStdout(true)
        .withAttachStderr(true)
        // An image may bring a command that the engine would run inside beside the code.
        .withHealthcheck(new HealthCheck().withTest(List.of("NONE")))
        .withHostConfig(host(policy));
  }

  /**
   * PID 1 is {@code timeout}: it ends the container also where nobody is left to kill it, and a
   * SIGKILL from within does not reach it (pid_namespaces(7)).
   */
  private static List<String> command(SandboxPolicy policy, Language language) {
    List<String> command = new ArrayList<>();
    command.add("timeout");
    command.add("-s");
    command.add("KILL");
    command.add(Long.toString(bound(policy).toSeconds()));
    command.addAll(language.command());
    return command;
  }

  /** After which the container ends by itself. */
  static Duration bound(SandboxPolicy policy) {
    return policy.timeout().plus(GRACE).plusMillis(999);
  }

  private static HostConfig host(SandboxPolicy policy) {
    return HostConfig.newHostConfig()
        .withAutoRemove(true)
        .withNetworkMode("none")
        // No /dev/shm: it would be a second place to write to.
        .withIpcMode("none")
        .withReadonlyRootfs(true)
        .withTmpFs(
            Map.of(
                "/tmp", "rw,nosuid,nodev,noexec,mode=1777,nr_inodes=4096,size=" + policy.tmpfs()))
        .withPrivileged(false)
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withMemory(policy.memory())
        .withMemorySwap(policy.memory())
        .withNanoCPUs(ONE_CPU)
        .withPidsLimit((long) policy.pids())
        .withUlimits(
            List.of(
                new Ulimit("core", 0L, 0L),
                new Ulimit("fsize", policy.tmpfs(), policy.tmpfs()),
                new Ulimit("memlock", 0L, 0L),
                // With none of it /dev/mqueue takes no file.
                new Ulimit("msgqueue", 0L, 0L),
                new Ulimit("nofile", 256L, 256L)))
        // Else the engine writes all output to the host's disk as well.
        .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
  }
}
