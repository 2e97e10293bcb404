package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;

/** A tool with no body in Java, beside ordinary code. */
public class NativeTool {

  @AgentTool
  static native int counted(String text);

  /** Calls it. */
  public static void main(String[] arguments) {
    try {
      System.out.println(counted("x"));
    } catch (SecurityException e) {
      System.out.println(e.getMessage());
    }
    System.out.println("ordinary works");
  }
}
