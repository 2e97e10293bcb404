package io.agenttool.guard.bench.process;

import io.agenttool.AgentTool;
import java.io.IOException;

/** An application that calls its only tool once. */
public final class OneTool {
  private OneTool() {}

  /** Calls the tool and prints how much memory it took. */
  public static void main(String[] args) throws IOException {
    System.out.println(greet("world"));
    System.out.println(PeakMemory.line());
  }

  @AgentTool
  static String greet(String whom) {
    return "hello " + whom;
  }
}
