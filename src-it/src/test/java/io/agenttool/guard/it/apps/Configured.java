package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;
import io.agenttool.ToolDeniedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Two tools that give away a file: as it is, and in Base64. */
public class Configured {

  @AgentTool
  String show(String file) throws IOException {
    return Files.readString(Path.of(file));
  }

  @AgentTool
  String encode(String file) throws IOException {
    byte[] bytes = Files.readString(Path.of(file)).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Shows the file that is its argument. */
  public static void main(String[] arguments) throws IOException {
    Configured tools = new Configured();
    try {
      System.out.print(tools.show(arguments[0]));
      System.out.println(tools.encode(arguments[0]));
    } catch (ToolDeniedException e) {
      System.out.println("denied by " + e.rule() + ": " + e.getMessage());
    }
  }
}
