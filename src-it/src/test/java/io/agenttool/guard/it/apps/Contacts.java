package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;
import io.agenttool.ToolDeniedException;

/** One tool that looks up how somebody is reached. */
public class Contacts {

  @AgentTool
  String contact(String whom) {
    return whom + ": 030 1234567 or +44 20 7946 0958, order 4111111 of 2026-03-14";
  }

  /** Looks up each argument. */
  public static void main(String[] arguments) {
    for (String whom : arguments) {
      try {
        System.out.println(new Contacts().contact(whom));
      } catch (ToolDeniedException e) {
        System.out.println("denied by " + e.rule() + ": " + e.getMessage());
      }
    }
  }
}
