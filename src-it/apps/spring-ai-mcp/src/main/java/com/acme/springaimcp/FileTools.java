package com.acme.springaimcp;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/** Reads and writes files, as a coding assistant does. */
public final class FileTools {
  @McpTool(
      name = "write_file",
      description = "Writes a text file",
      annotations = @McpAnnotations(destructiveHint = false))
  public String writeFile(
      McpSyncServerExchange exchange,
      @McpToolParam(description = "where") String path,
      @McpToolParam(description = "what") String text)
      throws IOException {
    Files.writeString(Path.of(path), text);
    return "wrote " + text.length() + " characters for " + exchange.getClientInfo().name();
  }

  @McpTool(
      name = "read_file",
      description = "Reads a text file",
      annotations = @McpAnnotations(readOnlyHint = true, destructiveHint = false))
  public String readFile(@McpToolParam(description = "where") String path) throws IOException {
    return Files.readString(Path.of(path));
  }
}
