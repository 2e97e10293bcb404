package com.acme.langchain4j;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolMemoryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes files, as a coding assistant does. */
final class FileTools {
  @Tool(name = "write_file", value = "Writes a text file")
  String writeFile(@ToolMemoryId String user, @P("where") String path, @P("what") String text)
      throws IOException {
    Files.writeString(Path.of(path), text);
    return "wrote " + text.length() + " characters for " + user;
  }

  @Tool(name = "read_file", value = "Reads a text file")
  String readFile(@P("where") String path) throws IOException {
    return Files.readString(Path.of(path));
  }
}
