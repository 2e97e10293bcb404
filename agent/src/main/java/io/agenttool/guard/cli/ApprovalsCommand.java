package io.agenttool.guard.cli;

import io.agenttool.guard.confirm.ApprovalFolder;
import io.agenttool.guard.confirm.PendingApproval;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person says to calls that wait. */
@Command(
    name = "approvals",
    description = "Shows, approves and rejects calls that wait for a person.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ApprovalsCommand {
  private static final String DIR =
      "The guard.dir of the guarded JVM. Standard: -Dguard.dir, else GUARD_DIR, else .guard";
  private static final String DIR_VALUE = "${sys:guard.dir:-${env:GUARD_DIR:-.guard}}";

  private final PrintStream out;

  ApprovalsCommand(PrintStream out) {
    this.out = out;
  }

  @Command(
      name = "list",
      description = "Lists the calls that wait, oldest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--dir", paramLabel = "DIR", description = DIR, defaultValue = DIR_VALUE)
          File dir)
      throws IOException {
    List<PendingApproval> pending = ApprovalFolder.open(dir).pending();
    if (pending.isEmpty()) {
      out.println("no call waits for an approval");
      return Main.GOOD;
    }
    out.printf("%-16s  %6s  %-20s  %s%n", "ID", "AGE", "TOOL", "ARGUMENTS");
    for (PendingApproval one : pending) {
      out.printf(
          "%-16s  %6s  %-20s  %s%n",
          one.id(), age(one.created()), Printable.text(one.tool()), Printable.text(one.args()));
    }
    return Main.GOOD;
  }

  @Command(
      name = "approve",
      description = "Lets one call go on, with the arguments that are shown and no others.",
      mixinStandardHelpOptions = true)
  int approve(
      @Parameters(paramLabel = "ID", description = "As list shows it.") String id,
      @Option(names = "--dir", paramLabel = "DIR", description = DIR, defaultValue = DIR_VALUE)
          File dir)
      throws IOException {
    return decide(dir, id, true, "");
  }

  @Command(name = "reject", description = "Denies one call.", mixinStandardHelpOptions = true)
  int reject(
      @Parameters(paramLabel = "ID", description = "As list shows it.") String id,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              description = "Why; the model gets to read it.",
              defaultValue = "")
          String reason,
      @Option(names = "--dir", paramLabel = "DIR", description = DIR, defaultValue = DIR_VALUE)
          File dir)
      throws IOException {
    return decide(dir, id, false, reason);
  }

  private int decide(File dir, String id, boolean approved, String reason) throws IOException {
    PendingApproval pending = ApprovalFolder.open(dir).decide(id, approved, reason, Instant.now());
    out.println(
        (approved ? "approved " : "rejected ")
            + Printable.text(pending.tool())
            + " "
            + Printable.text(pending.args()));
    return Main.GOOD;
  }

  private static String age(Instant since) {
    Duration age = Duration.between(since, Instant.now());
    return age.toMinutes() < 1 ? age.toSeconds() + "s" : age.toMinutes() + "m";
  }
}
