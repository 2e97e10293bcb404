package io.agenttool.guard.bench.process;

import java.io.IOException;

/** An application with no tool. */
public final class Idle {
  private Idle() {}

  /** Prints how much memory it took. */
  public static void main(String[] args) throws IOException {
    System.out.println(PeakMemory.line());
  }
}
