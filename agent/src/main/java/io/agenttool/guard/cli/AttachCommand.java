package io.agenttool.guard.cli;

import io.agenttool.guard.settings.Presence;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Guards a JVM that runs already. */
@Command(
    name = "attach",
    description =
        "Guards a JVM that runs already; exits 1 if it cannot be, or not all of it. Calls that are"
            + " under way are not guarded: -javaagent:guard.jar leaves no such gap.",
    mixinStandardHelpOptions = true)
final class AttachCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(paramLabel = "PID", description = "Its process id, as jps shows it.")
  private long pid;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "A setting, without guard. in front: --set policy=/etc/guard.yaml. May be repeated."
              + " Relative paths are relative to the folder in which that JVM was started.")
  private List<String> settings = List.of();

  AttachCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    try {
      return attach();
    } catch (IOException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private int attach() throws IOException {
    File jar = OwnJar.file();
    if (jar == null) {
      return failed("attach is a command of the packaged guard.jar: java -jar guard.jar attach");
    }
    try (RunningJvm jvm = RunningJvm.attach(pid)) {
      String dir = jvm.systemProperties().getProperty(Presence.DIR);
      if (dir != null) {
        return failed("process " + pid + " is guarded already; its audit log is in " + dir);
      }
      try {
        jvm.loadAgent(jar, argument(settings));
      } catch (IOException e) {
        String why = jvm.systemProperties().getProperty(Presence.FAILURE);
        return failed(why == null ? String.valueOf(e.getMessage()) : why);
      }
      return report(jvm.systemProperties());
    }
  }

  private int report(Properties properties) {
    String dir = properties.getProperty(Presence.DIR);
    if (dir == null) {
      return failed("process " + pid + " took the agent and does not say that it is guarded");
    }
    out.println(Printable.text("process " + pid + " is guarded; its audit log is in " + dir));
    String uncovered = properties.getProperty(Presence.UNCOVERED);
    if (uncovered == null) {
      return Main.GOOD;
    }
    uncovered.lines().forEach(line -> err.println("NOT GUARDED: " + Printable.text(line)));
    return Main.FINDING;
  }

  private int failed(@Nullable String why) {
    err.println(Printable.text("not attached: " + why));
    return Main.FINDING;
  }

  /** The settings as the agent's argument, in which commas part them. */
  private static String argument(List<String> settings) {
    return settings.stream()
        .map(setting -> setting.replace(",", "\\,"))
        .collect(Collectors.joining(","));
  }
}
