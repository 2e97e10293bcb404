package com.acme.springai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/** Reads and writes files, as a coding assistant does. */
class FileTools {
  @Tool(name = "write_file", description = "Writes a text file")
  String writeFile(
      @ToolParam(description = "where") String path,
      @ToolParam(description = "what") String text,
      ToolContext context)
      throws IOException {
    Files.writeString(Path.of(path), text);
    return "wrote " + text.length() + " characters for " + context.getContext().get("user");
  }

  @Tool(name = "read_file", description = "Reads a text file")
  String readFile(@ToolParam(description = "where") String path) throws IOException {
    return Files.readString(Path.of(path));
  }
}
