package io.agenttool.guard.cli;

import io.agenttool.guard.audit.AuditVerifier;
import io.agenttool.guard.audit.LineReader;
import io.agenttool.guard.evidence.Json;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the audit log says, and whether it can be believed. */
@Command(
    name = "audit",
    description = "Verifies and shows an audit log.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {
  private static final String LOG = "The log, audit.jsonl in guard.dir.";
  private static final int MOST_NAMED = 5;

  private final PrintStream out;
  private final PrintStream err;

  AuditCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Command(
      name = "verify",
      description = "Reads a log from its first line to its last; exits 1 at the first bad line.",
      mixinStandardHelpOptions = true)
  int verify(@Parameters(paramLabel = "FILE", description = LOG) File file) throws IOException {
    require(file);
    AuditVerifier.Report report = AuditVerifier.verify(file.toPath());
    String problem = report.problem();
    if (problem != null) {
      String place = report.badLine() == 0 ? "" : "line " + report.badLine() + ": ";
      err.println(Printable.text(file + ": " + place + problem));
      return Main.FINDING;
    }
    out.println(Printable.text(file + ": " + report.lines() + " lines, all as they were written"));
    List<Long> unfinished = report.unfinished();
    if (!unfinished.isEmpty()) {
      out.println(
          unfinished.size()
              + " calls have no outcome (lines "
              + unfinished.subList(0, Math.min(MOST_NAMED, unfinished.size()))
              + (unfinished.size() > MOST_NAMED ? " and more" : "")
              + "): under way, or cut off with their JVM");
    }
    return Main.GOOD;
  }

  @Command(name = "show", description = "Prints one line a call.", mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "FILE", description = LOG) File file,
      @Option(names = "--tool", paramLabel = "NAME", description = "Only calls of this tool.")
          @Nullable String tool,
      @Option(names = "--denied", description = "Only calls that were denied, or would have been.")
          boolean denied,
      @Option(names = "--last", paramLabel = "N", description = "Only the last N of these.")
          @Nullable Integer last)
      throws IOException {
    require(file);
    if (last != null && last < 1) {
      throw new IOException("--last is a number from 1");
    }
    CallTable table = new CallTable(out, tool, denied, last == null ? 0 : last);
    long line = 0;
    try (LineReader reader = new LineReader(new RandomAccessFile(file, "r"))) {
      while (reader.next()) {
        line++;
        table.add(Json.members(reader.bytes(), reader.length()));
      }
    } catch (IOException e) {
      table.end();
      err.println("line " + line + ": " + Printable.text(String.valueOf(e.getMessage())));
      return Main.FINDING;
    }
    table.end();
    return Main.GOOD;
  }

  private static void require(File file) throws IOException {
    if (!file.isFile() || !file.canRead()) {
      throw new FileNotFoundException("'" + file + "' is not a file that can be read");
    }
  }
}
