package io.agenttool.guard.bench;

import io.agenttool.guard.bench.calls.Calls;
import io.agenttool.guard.bench.calls.PythonCall;

/** The tools that are called in a JVM without Guard and in one with it. */
enum Guarded {
  AUDIT("audit", "nothing to check, `int` to `int`: two lines in the log", Calls.class, "count"),
  COMMAND("validation", "a command line of three words, allow-list", Calls.class, "runCommand"),
  PATH("validation", "a path of an existing file, one root", Calls.class, "openFile"),
  INJECTION("validation", "1 kB of prose, screened for injection", Calls.class, "takeNote"),
  LETTER("output filter", "400 B of prose", Calls.class, "letter"),
  LEAK("output filter", "1 kB of prose with one secret in it", Calls.class, "leak"),
  COLUMN("output filter", "a list of 100 short texts", Calls.class, "column"),
  ROW("output filter", "a record of 100 short texts", Calls.class, "row"),
  WHOLE("a whole call", "path checked, file read, 400 B returned", Calls.class, "readPage"),
  PYTHON("sandbox", "`" + PythonCall.CODE + "` in Python", PythonCall.class, "runPython");

  private final String defence;
  private final String call;
  private final Class<?> benchmarks;
  private final String method;

  Guarded(String defence, String call, Class<?> benchmarks, String method) {
    this.defence = defence;
    this.call = call;
    this.benchmarks = benchmarks;
    this.method = method;
  }

  String defence() {
    return defence;
  }

  String call() {
    return call;
  }

  /** Defence and call, for the reader. */
  String title() {
    return defence + ": " + call;
  }

  String benchmark() {
    return benchmarks.getName() + "." + method;
  }

  Effort effort() {
    return this == PYTHON ? Effort.ONE_BY_ONE : Effort.STEADY;
  }
}
