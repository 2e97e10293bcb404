package io.agenttool.sample.tools;

import dev.langchain4j.agent.tool.Tool;
import io.agenttool.AgentTool;
import io.agenttool.Sandboxed;
import java.nio.file.Path;

/** Python code, on the host, with all that the application may do. */
public final class PythonTool {
  private final Path workspace;

  /**
   * @param workspace where code runs
   */
  public PythonTool(Path workspace) {
    this.workspace = workspace;
  }

  /**
   * What came of a piece of code.
   *
   * @param success whether it ended with exit status 0
   * @param output what it printed
   * @param error what it printed to standard error
   * @param exitCode its exit status
   */
  public record Result(boolean success, String output, String error, int exitCode) {}

  /** Runs it to its end. */
  @AgentTool(description = "Runs Python code")
  @Sandboxed(language = "python")
  @Tool("Runs Python 3 code and returns what it prints")
  public Result runPython(String code) {
    Programs.Ended ended =
        Programs.run(new ProcessBuilder("python3", "-").directory(workspace.toFile()), code, 60);
    return new Result(ended.exitCode() == 0, ended.output(), ended.error(), ended.exitCode());
  }
}
