package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;
import io.agenttool.ToolArg;
import io.agenttool.ToolDeniedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One tool that writes a marker file; says what came of calling it. */
public class Greeter {

  @AgentTool
  String greet(@ToolArg(oneOf = {"world", "moon"}) String whom) throws IOException {
    Files.writeString(Path.of("greeted-" + whom), "hello");
    return "hello " + whom;
  }

  /** Greets each argument. */
  public static void main(String[] arguments) throws IOException {
    for (String whom : arguments) {
      try {
        System.out.println(new Greeter().greet(whom));
      } catch (ToolDeniedException e) {
        System.out.println("denied " + e.tool() + " by " + e.rule() + ": " + e.getMessage());
      }
    }
    System.out.println("end of main");
  }
}
