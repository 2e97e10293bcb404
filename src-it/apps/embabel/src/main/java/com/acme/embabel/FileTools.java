package com.acme.embabel;

import com.embabel.agent.api.annotation.LlmTool;
import com.embabel.agent.api.tool.ToolCallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes files, as a coding assistant does. */
public final class FileTools {
  @LlmTool(name = "write_file", description = "Writes a text file")
  public String writeFile(
      @LlmTool.Param(description = "where") String path,
      @LlmTool.Param(description = "what") String text,
      ToolCallContext context)
      throws IOException {
    Files.writeString(Path.of(path), text);
    return "wrote " + text.length() + " characters for " + context.getOrDefault("user", "nobody");
  }

  @LlmTool(name = "read_file", description = "Reads a text file")
  public String readFile(@LlmTool.Param(description = "where") String path) throws IOException {
    return Files.readString(Path.of(path));
  }
}
