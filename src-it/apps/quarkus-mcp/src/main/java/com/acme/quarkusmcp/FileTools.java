package com.acme.quarkusmcp;

import io.quarkiverse.mcp.server.McpConnection;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes files, as a coding assistant does. */
public class FileTools {
  @Tool(
      name = "write_file",
      description = "Writes a text file",
      annotations = @Tool.Annotations(destructiveHint = false))
  String writeFile(
      @ToolArg(description = "where") String path,
      @ToolArg(description = "what") String text,
      McpConnection connection)
      throws IOException {
    Files.writeString(Path.of(path), text);
    return "wrote it for " + connection.initialRequest().implementation().name();
  }

  @Tool(
      name = "read_file",
      description = "Reads a text file",
      annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false))
  String readFile(@ToolArg(description = "where") String path) throws IOException {
    return Files.readString(Path.of(path));
  }
}
