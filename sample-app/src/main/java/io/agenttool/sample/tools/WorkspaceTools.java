package io.agenttool.sample.tools;

import dev.langchain4j.agent.tool.Tool;
import io.agenttool.AgentTool;
import io.agenttool.ToolArg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in the workspace, says their author; nothing here holds a path to it. */
public final class WorkspaceTools {
  private final Path workspace;

  /**
   * @param workspace what relative paths start from
   */
  public WorkspaceTools(Path workspace) {
    this.workspace = workspace;
  }

  /** The file's text. */
  @AgentTool(description = "Reads a file of the workspace")
  @Tool("Reads a text file of the workspace")
  public String readFile(
      @ToolArg(kind = ToolArg.Kind.PATH, base = "workspace", within = "workspace") String path) {
    try {
      return Files.readString(workspace.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /** How much was written. */
  @Tool("Writes a text file of the workspace")
  public String writeFile(String path, String content) {
    try {
      Files.writeString(workspace.resolve(path), content);
      return "wrote " + content.length() + " characters to " + path;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }
}
