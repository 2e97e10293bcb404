package io.agenttool.guard.sandbox;

import io.agenttool.guard.settings.SandboxPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a container says of the JVM that it belongs to, so that the next JVM finds those that nobody
 * cares for any more.
 */
final class Labels {
  /** On every container of Guard's. */
  static final String GUARD = "io.agenttool.guard";

  private static final String PID = GUARD + ".pid";
  private static final String STARTED = GUARD + ".started";
  private static final String SCOPE = GUARD + ".scope";
  private static final String UNTIL = GUARD + ".until";

  /** The clock of the engine's machine may differ from ours. */
  private static final Duration CLOCKS = Duration.ofMinutes(5);

  /** The start of a process is known to a tick and a corrected boot time only. */
  private static final Duration TICKS = Duration.ofSeconds(2);

  /**
   * Where process ids mean what they mean here: two JVMs in containers of their own can both be
   * process 1 of one engine's machine.
   */
  private static final String scope = scope();

  private Labels() {}

  /** The labels of a container that this JVM is about to make. */
  static Map<String, String> ofThisJvm(SandboxPolicy policy, Instant now) {
    ProcessHandle self = ProcessHandle.current();
    Instant until = now.plus(ContainerSpec.bound(policy)).plus(CLOCKS);
    return Map.of(
        GUARD, "sandbox",
        PID, Long.toString(self.pid()),
        STARTED, Long.toString(self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli()),
        SCOPE, scope,
        UNTIL, Long.toString(until.getEpochSecond()));
  }

  /**
   * Whether nobody cares for a container any more: it should have ended by itself long ago, or its
   * JVM is known to be dead.
   */
  static boolean isOrphan(@Nullable Map<String, String> labels, Instant now) {
    if (labels == null || !labels.containsKey(GUARD)) {
      return false;
    }
    long until = number(labels.get(UNTIL));
    if (until > 0 && now.getEpochSecond() > until) {
      return true;
    }
    long pid = number(labels.get(PID));
    return pid > 0
        && !scope.isEmpty()
        && scope.equals(labels.get(SCOPE))
        && !isAlive(pid, number(labels.get(STARTED)));
  }

  private static boolean isAlive(long pid, long started) {
    ProcessHandle process = ProcessHandle.of(pid).orElse(null);
    if (process == null || !process.isAlive()) {
      return false;
    }
    Instant actual = process.info().startInstant().orElse(null);
    return actual == null
        || Duration.between(actual, Instant.ofEpochMilli(started)).abs().compareTo(TICKS) <= 0;
  }

  private static long number(@Nullable String text) {
    try {
      return text == null ? -1 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The boot of the machine and the namespace of process ids; empty where that is not known. */
  private static String scope() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
          + " "
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}
