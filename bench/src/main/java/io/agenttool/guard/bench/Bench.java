package io.agenttool.guard.bench;

import io.agenttool.guard.bench.calls.Programs;
import io.agenttool.guard.bench.peers.Fingerprinting;
import io.agenttool.guard.bench.process.Launch;
import io.agenttool.guard.bench.process.Launch.With;
import io.agenttool.guard.bench.process.Launches;
import io.agenttool.guard.bench.process.Launches.Medians;
import io.agenttool.guard.bench.process.Scanning;
import io.agenttool.guard.bench.process.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Bench GUARD_JAR RESULTS LOGS [ONLY]}: measures everything and writes the page. */
public final class Bench {
  private final Forks forks;
  private final GuardSetup guard;
  private final Pattern only;
  private final @Nullable String noEngine = ContainerEngine.whatIsMissing();

  private Bench(Forks forks, GuardSetup guard, Pattern only) {
    this.forks = forks;
    this.guard = guard;
    this.only = only;
  }

  /**
   * Runs it.
   *
   * @param args guard.jar; the page to write; a folder for what JMH says; a regular expression of
   *     the rows to measure, which are then printed and not written, as they are not the whole
   */
  public static void main(String[] args) {
    Path page = Path.of(args[1]).normalize();
    String only = args.length > 3 ? args[3] : "";
    try (Scratch inputs = new Scratch("guard-bench")) {
      Machine machine = Machine.here();
      GuardSetup guard =
          GuardSetup.in(inputs.path(), Path.of(args[0]).toAbsolutePath().normalize());
      Forks forks = new Forks(guard, Path.of(args[2]));
      Measured measured = new Bench(forks, guard, Pattern.compile(only)).measure();
      String report = new Report(machine, measured).toString();
      if (only.isEmpty()) {
        Files.writeString(page, report);
        System.out.println("Written: " + page);
      } else {
        System.out.println(report);
      }
    } catch (IOException | InterruptedException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private Measured measure() throws IOException, InterruptedException {
    Map<Guarded, Figure> bare = new EnumMap<>(Guarded.class);
    Map<Guarded, Figure> guarded = new EnumMap<>(Guarded.class);
    for (Guarded row : Guarded.values()) {
      if (isWanted(row.title()) && canRun(row)) {
        if (row != Guarded.PYTHON || Programs.works("python3", "--version")) {
          bare.put(row, forks.bare(row.benchmark(), row.effort()));
        }
        guarded.put(row, forks.guarded(row.benchmark(), row.effort()));
      }
    }
    Map<Peer, Figure> peers = new EnumMap<>(Peer.class);
    for (Peer peer : Peer.values()) {
      if (isWanted(peer.beside().title() + " / " + peer.what()) && canRun(peer)) {
        peers.put(peer, forks.bare(peer.benchmark(), peer.effort()));
      }
    }
    Figure fingerprint =
        isWanted("confirmation")
            ? forks.bare(Fingerprinting.class.getName() + ".fingerprint", Effort.STEADY)
            : null;
    Filtered filtered = Filtered.measure(forks, this::isWanted);
    Setup setup = Setup.of(this::guardArguments, guard.inputs());
    Map<Launch, Medians> launches = isWanted("a whole JVM") ? new Launches(setup).run() : Map.of();
    Scanning.Result scanning =
        isWanted("a whole JVM / scanning") ? new Scanning(setup, guard.jar()).run() : null;
    return new Measured(bare, guarded, peers, fingerprint, filtered, launches, scanning, noEngine);
  }

  private List<String> guardArguments(With with, Path dir) {
    return with == With.POLICY ? guard.arguments(dir) : guard.argumentsWithoutPolicy(dir);
  }

  private boolean isWanted(String row) {
    boolean wanted = only.matcher(row).find();
    if (wanted) {
      System.out.println("measuring " + row);
    }
    return wanted;
  }

  private boolean canRun(Guarded row) {
    return row != Guarded.PYTHON || noEngine == null;
  }

  private boolean canRun(Peer peer) {
    return switch (peer) {
      case DOCKER -> noEngine == null && Programs.works("docker", "version");
      case PROGRAM -> Programs.works("true");
      default -> true;
    };
  }
}
