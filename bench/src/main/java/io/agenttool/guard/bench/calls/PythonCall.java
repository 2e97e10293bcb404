package io.agenttool.guard.bench.calls;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Python code: without Guard in a process of this machine, with Guard in a container. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PythonCall {
  /** What is run, and what it prints. */
  public static final String CODE = "print(6 * 7)";

  static final String PRINTED = "42";

  private final Tools tools = new Tools();

  @Benchmark
  public String runPython() {
    String printed = tools.runPython(CODE);
    if (!printed.strip().equals(PRINTED)) {
      throw new IllegalStateException(printed);
    }
    return printed;
  }
}
