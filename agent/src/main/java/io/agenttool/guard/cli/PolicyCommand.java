package io.agenttool.guard.cli;

import io.agenttool.guard.output.OwnSecrets;
import io.agenttool.guard.output.PhoneNumbers;
import io.agenttool.guard.output.UserRules;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import io.agenttool.guard.settings.Sources;
import java.io.File;
import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a policy file says, before a JVM is started with it. */
@Command(
    name = "policy",
    description = "Checks a policy file.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand {
  private final PrintStream out;
  private final PrintStream err;

  PolicyCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Command(
      name = "check",
      description =
          "Reads a policy file as a guarded JVM would; exits 1 at the first thing that is wrong."
              + " What depends on a method's parameters is checked when its class is loaded.",
      mixinStandardHelpOptions = true)
  int check(@Parameters(paramLabel = "FILE", description = "The policy file, YAML.") File file) {
    try {
      Sources onlyThis =
          new Sources(
              Map.of("guard.policy", file.getPath()),
              Map.of(),
              null,
              new File("").getAbsoluteFile());
      Settings settings = Settings.load(onlyThis);
      UserRules.check(settings, warning -> out.println(Printable.text("warning: " + warning)));
      PhoneNumbers.check(settings);
      OwnSecrets.check(settings);
      Map<String, String> tools = settings.toolsNamed();
      out.println(Printable.text(file + ": good, " + tools.size() + " tools"));
      return Main.GOOD;
    } catch (SettingsException e) {
      err.println(Printable.text(String.valueOf(e.getMessage())));
      return Main.FINDING;
    }
  }
}
