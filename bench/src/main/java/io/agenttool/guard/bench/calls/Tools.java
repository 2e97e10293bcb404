package io.agenttool.guard.bench.calls;

import io.agenttool.AgentTool;
import io.agenttool.Sandboxed;
import io.agenttool.ToolArg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tools whose bodies do as good as nothing, so that the guarding is what is measured; {@link
 * #readPage} and {@link #runPython} do what such tools do. What the arguments may be stands in the
 * policy file.
 */
final class Tools {
  private final String letter = Texts.prose(400);
  private final String leak = Texts.withSecret(1000);
  private final List<String> column = Texts.shortOnes(100);
  private final Wide row = Wide.of(column);

  /** Nothing to check in its argument or its result: what is left is the audit log. */
  @AgentTool
  int count(int number) {
    return number;
  }

  @AgentTool
  int runCommand(@ToolArg(kind = ToolArg.Kind.COMMAND) String command) {
    return command.length();
  }

  @AgentTool
  int openFile(@ToolArg(kind = ToolArg.Kind.PATH) String path) {
    return path.length();
  }

  @AgentTool
  int takeNote(String text) {
    return text.length();
  }

  @AgentTool
  String letter() {
    return letter;
  }

  @AgentTool
  String leak() {
    return leak;
  }

  @AgentTool
  List<String> column() {
    return column;
  }

  @AgentTool
  Wide row() {
    return row;
  }

  /** A whole tool: takes a path, reads the file, returns its text. */
  @AgentTool
  String readPage(@ToolArg(kind = ToolArg.Kind.PATH) String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without Guard the code runs as a process of this machine. */
  @AgentTool
  @Sandboxed(language = "python")
  String runPython(String code) {
    return Programs.output("python3", "-c", code);
  }
}
