package io.agenttool.guard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agenttool.guard.evidence.OwnerOnly;
import io.agenttool.guard.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;

/** {@code java -jar guard.jar}. */
@Command(
    name = "guard.jar",
    description = "Guards the tools of AI agents: java -javaagent:guard.jar -jar app.jar",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  /** All is well. */
  static final int GOOD = 0;

  /** What was looked for was found: a tampered line, a wrong policy. */
  static final int FINDING = 1;

  /** The command cannot be run as it was given. */
  static final int USAGE = 2;

  private Main() {}

  /**
   * Runs a command.
   *
   * @param args its name and options
   * @param out gets its results
   * @param err gets what is wrong, a line each
   * @return the exit code: 0 good, 1 finding, 2 usage
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(new ApprovalsCommand(out));
    line.addSubcommand(new AttachCommand(out, err));
    line.addSubcommand(new AuditCommand(out, err));
    line.addSubcommand(new DoctorCommand(out));
    line.addSubcommand(new PolicyCommand(out, err));
    line.addSubcommand(new ToolsCommand(out, err));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setOut(new PrintWriter(out, true, UTF_8));
    line.setErr(new PrintWriter(err, true, UTF_8));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
    if (args.length == 0) {
      line.usage(err);
      return USAGE;
    }
    return line.execute(args);
  }

  private static int failed(Exception e, PrintStream err) {
    String message = e instanceof IOException io ? OwnerOnly.reason(io) : e.getMessage();
    boolean expected = e instanceof IOException || e instanceof SettingsException;
    err.println(Printable.text(expected && message != null ? message : "unexpected: " + e));
    return USAGE;
  }

  /** What {@code --version} says. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"guard " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
