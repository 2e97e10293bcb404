package io.agenttool.guard.weave;

import io.agenttool.AgentTool;
import java.util.function.Supplier;

/** A tool of Guard's own, only ever loaded woven: see {@link Canary}. */
final class CanaryTool implements Supplier<String> {

  /** Public for reflection from another loader. */
  public CanaryTool() {}

  @AgentTool(name = "guard.canary")
  @Override
  public String get() {
    return "unguarded";
  }
}
