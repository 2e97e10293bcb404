package com.acme.googleadk;

import com.google.adk.tools.Annotations.Schema;
import com.google.adk.tools.ToolContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads and writes files, as a coding assistant does. */
public final class FileTools {
  @Schema(name = "write_file", description = "Writes a text file")
  public Map<String, Object> writeFile(
      @Schema(name = "path", description = "where") String path,
      @Schema(name = "text", description = "what") String text,
      @Schema(name = "toolContext") ToolContext toolContext)
      throws IOException {
    Files.writeString(Path.of(path), text);
    return Map.of("status", "success", "writtenFor", toolContext.userId());
  }

  @Schema(name = "read_file", description = "Reads a text file")
  public static Map<String, Object> readFile(
      @Schema(name = "path", description = "where") String path) throws IOException {
    return Map.of("status", "success", "content", Files.readString(Path.of(path)));
  }
}
