package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;
import io.agenttool.ToolArg;
import java.util.function.UnaryOperator;

/** A tool that needs nothing but the JDK: for loaders of every kind. */
public class LoadedTool implements UnaryOperator<String> {

  @AgentTool(name = "loaded")
  @Override
  public String apply(@ToolArg(oneOf = "good") String word) {
    return "ran " + word;
  }
}
