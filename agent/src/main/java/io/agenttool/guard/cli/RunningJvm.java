package io.agenttool.guard.cli;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Properties;
import net.bytebuddy.agent.ByteBuddyAgent.AttachmentProvider;
import org.jspecify.annotations.Nullable;

/**
 * Another JVM of this machine, through the attach API ({@code jdk.attach}). Called by reflection:
 * its module is the application loader's, which Guard's own does not see.
 */
final class RunningJvm implements AutoCloseable {
  private final String pid;
  private final Class<?> type;
  private final Object machine;

  private RunningJvm(String pid, Class<?> type, Object machine) {
    this.pid = pid;
    this.type = type;
    this.machine = machine;
  }

  /**
   * Attaches.
   *
   * @throws IOException with one line that says why not: no such process, another user's, no JVM
   */
  static RunningJvm attach(long pid) throws IOException {
    ProcessHandle process = ProcessHandle.of(pid).orElse(null);
    if (process == null) {
      throw new IOException("there is no process " + pid);
    }
    if (pid == ProcessHandle.current().pid()) {
      throw new IOException("process " + pid + " is this command");
    }
    AttachmentProvider.Accessor accessor = AttachmentProvider.DEFAULT.attempt();
    if (!accessor.isAvailable()) {
      throw new IOException("this Java has no module jdk.attach; run the command with a JDK");
    }
    Class<?> type = accessor.getVirtualMachineType();
    Object machine = call(type, null, Long.toString(pid), "attach", Long.toString(pid));
    return new RunningJvm(Long.toString(pid), type, machine);
  }

  /** Its system properties, as they are now. */
  Properties systemProperties() throws IOException {
    return (Properties) call(type, machine, pid, "getSystemProperties");
  }

  /**
   * Has it load an agent, and waits until this has started.
   *
   * @throws IOException where the JVM or the agent refuses
   */
  void loadAgent(File jar, String argument) throws IOException {
    call(type, machine, pid, "loadAgent", jar.getPath(), argument);
  }

  @Override
  public void close() throws IOException {
    call(type, machine, pid, "detach");
  }

  private static Object call(
      Class<?> type, @Nullable Object machine, String pid, String method, Object... arguments)
      throws IOException {
    Class<?>[] types = new Class<?>[arguments.length];
    java.util.Arrays.fill(types, String.class);
    try {
      return type.getMethod(method, types).invoke(machine, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      String text = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
      String kind = cause == null ? "" : cause.getClass().getSimpleName();
      throw new IOException(
          "process " + pid + " cannot be attached to: " + reason(kind, text.strip()), e);
    } catch (ReflectiveOperationException e) {
      throw new IOException("the attach API of this Java cannot be used: " + e, e);
    }
  }

  /** What to do, for what the JVM is known to say. */
  private static String reason(String kind, String text) {
    if (text.contains("not enabled") || text.contains("DisableAttachMechanism")) {
      return text + "; its options forbid it: start it with -javaagent:guard.jar";
    }
    if (text.contains("owner") || text.contains("permitted") || text.contains("denied")) {
      return text + "; run this command as the user who runs it";
    }
    if (kind.equals("AttachNotSupportedException")) {
      return (text.isEmpty() ? kind : text) + "; is it a JVM, and may it be attached to?";
    }
    return text.isEmpty() ? kind : kind + ": " + text;
  }
}
