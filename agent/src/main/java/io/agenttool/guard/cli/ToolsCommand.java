package io.agenttool.guard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agenttool.guard.audit.LineReader;
import io.agenttool.guard.call.Tool.Parameter;
import io.agenttool.guard.evidence.Json;
import io.agenttool.guard.settings.Presence;
import io.agenttool.guard.weave.JarTools;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tools of an application: what would be guarded, and what is. */
@Command(
    name = "tools",
    description =
        "Lists the tools in jars, or those that a guarded JVM has met so far; exits 1 if one of"
            + " these is not guarded.",
    mixinStandardHelpOptions = true)
final class ToolsCommand implements Callable<Integer> {
  private final PrintStream out;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Where where = new Where();

  /** Where they are looked for. */
  static final class Where {
    @Parameters(paramLabel = "JAR", description = "Jars, read without running them.")
    private List<File> jars = List.of();

    @Option(names = "--pid", paramLabel = "PID", description = "A guarded JVM.")
    private @Nullable Long pid;

    @Option(names = "--dir", paramLabel = "DIR", description = "The guard.dir of a guarded JVM.")
    private @Nullable File dir;
  }

  ToolsCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Long pid = where.pid;
    File dir = where.dir;
    if (pid != null) {
      return ledger(dirOf(pid));
    }
    return dir != null ? ledger(dir) : inJars();
  }

  private int inJars() throws IOException {
    for (JarTools.Found found : JarTools.in(where.jars)) {
      String parameters =
          found.method().parameters().stream()
              .map(ToolsCommand::written)
              .collect(Collectors.joining(", "));
      print(
          found.method().declaration().toolName(),
          found.method().declaration().framework().name(),
          found.className() + "#" + found.method().name() + "(" + parameters + ")",
          "");
    }
    return Main.GOOD;
  }

  private static String written(Parameter parameter) {
    return parameter.type() + " " + parameter.name();
  }

  private static File dirOf(long pid) throws IOException {
    try (RunningJvm jvm = RunningJvm.attach(pid)) {
      String dir = jvm.systemProperties().getProperty(Presence.DIR);
      if (dir == null) {
        throw new IOException("process " + pid + " is not guarded");
      }
      return new File(dir);
    }
  }

  /** What the audit log says of tools: the last run's, as each begins with its own. */
  private int ledger(File dir) throws IOException {
    File log = new File(dir, "audit.jsonl");
    if (!log.isFile()) {
      throw new IOException("'" + log + "' is not there: no tool was met yet");
    }
    Set<Map<String, @Nullable String>> entries = new LinkedHashSet<>();
    try (LineReader reader = new LineReader(new RandomAccessFile(log, "r"))) {
      while (reader.next()) {
        Map<String, @Nullable String> line = Json.members(reader.bytes(), reader.length());
        if ("start".equals(line.get("kind"))) {
          entries.clear();
        } else if ("tool".equals(line.get("event"))) {
          byte[] fields = String.valueOf(line.get("fields")).getBytes(UTF_8);
          entries.add(Json.members(fields, fields.length));
        }
      }
    }
    entries.forEach(this::print);
    boolean open = entries.stream().anyMatch(entry -> "ungoverned".equals(entry.get("coverage")));
    return open ? Main.FINDING : Main.GOOD;
  }

  private void print(Map<String, @Nullable String> entry) {
    String why = entry.get("why");
    print(
        Objects.requireNonNullElse(entry.get("tool"), "?"),
        Objects.requireNonNullElse(entry.get("framework"), "?"),
        Objects.requireNonNullElse(entry.get("method"), "?"),
        entry.get("coverage") + (why == null ? "" : ": " + why));
  }

  private void print(String tool, String framework, String method, String state) {
    out.println(
        Printable.text(
            String.format("%-24s %-12s %s  %s", tool, framework, method, state).strip()));
  }
}
