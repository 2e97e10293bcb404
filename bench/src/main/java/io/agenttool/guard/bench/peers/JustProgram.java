package io.agenttool.guard.bench.peers;

import io.agenttool.guard.bench.calls.Programs;
import io.agenttool.guard.bench.calls.PythonCall;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Starting programs: what tools really do, and what a sandbox is beside. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JustProgram {

  /** The program that does nothing. */
  @Benchmark
  public String doNothing() {
    return Programs.output("true");
  }

  /** The same container by the engine's own command line. */
  @Benchmark
  public String dockerRun() {
    return Programs.output(
        "docker",
        "run",
        "--rm",
        "--network=none",
        "--read-only",
        "--cap-drop=ALL",
        "--security-opt=no-new-privileges",
        "--pids-limit=64",
        "--memory=256m",
        "--memory-swap=256m",
        "--user=65534",
        "--log-driver=none",
        "python:3.11-slim",
        "python",
        "-c",
        PythonCall.CODE);
  }
}
