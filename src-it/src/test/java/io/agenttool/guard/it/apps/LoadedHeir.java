package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;
import io.agenttool.ToolArg;
import java.util.function.UnaryOperator;

/** A tool that only an interface declares to be one. */
public final class LoadedHeir {
  private LoadedHeir() {}

  /** Declares it. */
  public interface Declares {
    @AgentTool(name = "loaded")
    String apply(@ToolArg(oneOf = "good") String word);
  }

  /** Has its body. */
  public static class Heir implements Declares, UnaryOperator<String> {
    @Override
    public String apply(String word) {
      return "ran " + word;
    }
  }
}
