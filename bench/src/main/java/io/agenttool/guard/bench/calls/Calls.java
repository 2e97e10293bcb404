package io.agenttool.guard.bench.calls;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call of each tool. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Calls {
  private final Tools tools = new Tools();
  private final String page = Fork.folder().resolve(Fork.PAGE).toString();
  private int number = 42;
  private String command = "git status --short";
  private String note = Texts.prose(1000);

  /** A fork that is not what its figures are taken for is not measured. */
  @Setup
  public void isWhatItSays() {
    boolean redacted = !tools.leak().contains(Texts.secret());
    boolean denied = isDenied("sudo reboot");
    if (redacted != Fork.isGuarded() || denied != Fork.isGuarded() || isDenied(command)) {
      throw new IllegalStateException(
          "guarded: " + Fork.isGuarded() + ", redacted: " + redacted + ", denied: " + denied);
    }
  }

  private boolean isDenied(String line) {
    try {
      return tools.runCommand(line) < 0;
    } catch (SecurityException e) {
      return true;
    }
  }

  @Benchmark
  public int count() {
    return tools.count(number);
  }

  @Benchmark
  public int runCommand() {
    return tools.runCommand(command);
  }

  @Benchmark
  public int openFile() {
    return tools.openFile(page);
  }

  @Benchmark
  public int takeNote() {
    return tools.takeNote(note);
  }

  @Benchmark
  public String letter() {
    return tools.letter();
  }

  @Benchmark
  public String leak() {
    return tools.leak();
  }

  @Benchmark
  public List<String> column() {
    return tools.column();
  }

  @Benchmark
  public Wide row() {
    return tools.row();
  }

  @Benchmark
  public String readPage() {
    return tools.readPage(page);
  }
}
