package com.acme.springaimcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/** The same, written for a chat and shown to other agents. */
public final class ChatTools {
  @Tool(name = "write_file", description = "Writes a text file")
  public String writeFile(
      @ToolParam(description = "where") String path, @ToolParam(description = "what") String text)
      throws IOException {
    Files.writeString(Path.of(path), text);
    return "wrote " + text.length() + " characters";
  }

  @Tool(name = "read_file", description = "Reads a text file")
  public String readFile(@ToolParam(description = "where") String path) throws IOException {
    return Files.readString(Path.of(path));
  }
}
