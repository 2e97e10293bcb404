package com.acme.tools;

import io.agenttool.AgentTool;
import io.agenttool.ToolArg;
import io.agenttool.ToolDeniedException;

/** A modular application with a tool. */
final class Main {
  private Main() {}

  @AgentTool(name = "loaded")
  private static String say(@ToolArg(oneOf = "good") String word) {
    return "ran " + word;
  }

  public static void main(String[] arguments) {
    System.out.println(Main.class.getModule());
    System.out.println(say("good"));
    try {
      System.out.println(say("bad"));
    } catch (ToolDeniedException e) {
      System.out.println("denied " + e.tool() + " by " + e.rule());
    }
  }
}
