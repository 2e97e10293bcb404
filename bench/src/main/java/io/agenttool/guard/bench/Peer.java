package io.agenttool.guard.bench;

import io.agenttool.guard.bench.peers.JustLog;
import io.agenttool.guard.bench.peers.JustProgram;
import io.agenttool.guard.bench.peers.JustProxy;
import io.agenttool.guard.bench.peers.JustRegex;

/** What else does a part of what Guard does for a call, in a JVM without Guard. */
enum Peer {
  PROXY(Guarded.AUDIT, "a JDK dynamic proxy that passes the call on", JustProxy.class, "count"),
  DIGEST(Guarded.AUDIT, "SHA-256 of two lines of 500 B", JustLog.class, "digestTwoLines"),
  WRITE(Guarded.AUDIT, "`FileChannel.write` of the two lines", JustLog.class, "writeTwoLines"),
  JAVA_LETTER(Guarded.LETTER, "java.util.regex, 10 rules in one", JustRegex.class, "javaLetter"),
  RE2_LETTER(Guarded.LETTER, "re2j, 10 rules in turn", JustRegex.class, "re2Letter"),
  JAVA_LEAK(Guarded.LEAK, "java.util.regex, 10 rules in one", JustRegex.class, "javaLeak"),
  RE2_LEAK(Guarded.LEAK, "re2j, 10 rules in turn", JustRegex.class, "re2Leak"),
  JAVA_COLUMN(Guarded.COLUMN, "java.util.regex, 10 rules in one", JustRegex.class, "javaColumn"),
  PROGRAM(Guarded.COMMAND, "starting the program `true`", JustProgram.class, "doNothing"),
  DOCKER(Guarded.PYTHON, "`docker run`, the same limits", JustProgram.class, "dockerRun");

  private final Guarded beside;
  private final String what;
  private final Class<?> benchmarks;
  private final String method;

  Peer(Guarded beside, String what, Class<?> benchmarks, String method) {
    this.beside = beside;
    this.what = what;
    this.benchmarks = benchmarks;
    this.method = method;
  }

  Guarded beside() {
    return beside;
  }

  String what() {
    return what;
  }

  String benchmark() {
    return benchmarks.getName() + "." + method;
  }

  Effort effort() {
    return this == PROGRAM || this == DOCKER ? Effort.ONE_BY_ONE : Effort.STEADY;
  }
}
