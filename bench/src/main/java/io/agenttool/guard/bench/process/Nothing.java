package io.agenttool.guard.bench.process;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing: what it costs, the JVM takes for any agent. */
public final class Nothing {
  private Nothing() {}

  /** Does nothing. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    // The JVM has done its part when this is called.
  }
}
