package io.agenttool.sample.tools;

import dev.langchain4j.agent.tool.Tool;
import io.agenttool.AgentTool;
import io.agenttool.ToolArg;
import java.io.File;
import java.nio.file.Path;

/** Commands in the workspace. */
public final class ShellTool {
  private final Path workspace;
  private final Path programs;

  /**
   * @param workspace where commands run
   * @param programs the operators' own programs, looked in before the system's
   */
  public ShellTool(Path workspace, Path programs) {
    this.workspace = workspace;
    this.programs = programs;
  }

  /** What the command printed; its exit status, where that is not 0. */
  @AgentTool(description = "Runs a shell command in the workspace")
  @Tool("Runs a shell command in the workspace and returns what it prints")
  public String runCommand(@ToolArg(kind = ToolArg.Kind.COMMAND) String command) {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", command)
            .directory(workspace.toFile())
            .redirectErrorStream(true);
    shell
        .environment()
        .merge("PATH", programs.toString(), (path, own) -> own + File.pathSeparator + path);
    Programs.Ended ended = Programs.run(shell, "", 20);
    return ended.exitCode() == 0
        ? ended.output()
        : ended.output() + "\nexit status " + ended.exitCode();
  }
}
