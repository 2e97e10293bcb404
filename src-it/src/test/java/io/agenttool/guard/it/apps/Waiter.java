package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;
import java.nio.file.Files;
import java.nio.file.Path;

/** Calls a tool, leaves a marker file, and waits to be killed. */
public class Waiter {

  @AgentTool
  String mark(String name) throws Exception {
    Files.writeString(Path.of(name), "here");
    return name;
  }

  /** Marks and waits. */
  public static void main(String[] arguments) throws Exception {
    new Waiter().mark(arguments[0]);
    Thread.sleep(120_000);
  }
}
