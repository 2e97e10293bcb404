package io.agenttool.guard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agenttool.guard.audit.LineReader;
import io.agenttool.guard.evidence.Json;
import io.agenttool.guard.settings.MatchRule;
import io.agenttool.guard.settings.Presence;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.Sources;
import io.agenttool.guard.weave.Covered;
import io.agenttool.guard.weave.JarTools;
import io.agenttool.guard.weave.MethodRules;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tools of an application: what would be guarded, and what is. */
@Command(
    name = "tools",
    description =
        "Lists the tools in jars, or those that a guarded JVM has met so far: what makes each a tool,"
            + " what becomes of its calls and where its policy stands; exits 1 if calls of one pass"
            + " by Guard.",
    mixinStandardHelpOptions = true)
final class ToolsCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Where where = new Where();

  /** Where they are looked for. */
  static final class Where {
    @Parameters(
        arity = "1..*",
        paramLabel = "JAR",
        description = "Jars, read without running them.")
    private List<File> jars = List.of();

    @Option(names = "--pid", paramLabel = "PID", description = "A guarded JVM.")
    private @Nullable Long pid;

    @Option(names = "--dir", paramLabel = "DIR", description = "The guard.dir of a guarded JVM.")
    private @Nullable File dir;
  }

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "For jars: the policy file that they would be guarded by. Other settings, such as"
              + " guard.annotations, are taken from java -Dguard.… and the environment.")
  private @Nullable File policy;

  @Option(names = "--json", description = "An object a line, for machines.")
  private boolean json;

  ToolsCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    Long pid = where.pid;
    File dir = pid == null ? where.dir : dirOf(pid);
    if (dir != null && policy != null) {
      throw new IOException("--policy is for jars; a JVM has its own");
    }
    LedgerTable table = dir == null ? inJars() : ledger(dir);
    if (json) {
      table.printJson(out);
    } else {
      table.print(out);
    }
    return table.isOpen() ? Main.FINDING : Main.GOOD;
  }

  private LedgerTable inJars() throws IOException {
    Settings settings = Settings.load(sources());
    MethodRules rules = new MethodRules(settings.matchRules());
    LedgerTable table = new LedgerTable();
    Set<String> names = new HashSet<>();
    for (Covered entry : JarTools.in(where.jars, settings, rules)) {
      table.add(entry.fields());
      if (entry.tool() != null) {
        names.add(entry.tool());
      }
    }
    for (MatchRule rule : rules.unmatched()) {
      warn(rule.where() + ": no class declares a method that matches " + rule.method());
    }
    settings
        .toolsNamed()
        .forEach(
            (name, at) -> {
              if (!names.contains(name)) {
                warn(at + ": no class declares a tool named " + name);
              }
            });
    return table;
  }

  private Sources sources() {
    Sources own = Sources.ofThisJvm(null);
    if (policy == null) {
      return own;
    }
    Map<String, String> properties = new HashMap<>(own.properties());
    properties.put("guard.policy", policy.getPath());
    return new Sources(properties, own.environment(), null, own.directory());
  }

  private void warn(String line) {
    err.println(Printable.text(line));
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
  private LedgerTable ledger(File dir) throws IOException {
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
    LedgerTable table = new LedgerTable();
    entries.forEach(table::add);
    return table;
  }
}
