package io.agenttool.guard.weave;

import io.agenttool.guard.call.GuardedTool;
import org.jspecify.annotations.Nullable;

/** What weaving asks of the rest of Guard about a tool that it found. */
public interface Governing {

  /**
   * Compiles what a tool's calls need; a tool for which that fails comes back with a refusal.
   *
   * @param className the binary name of its class
   * @param method the method
   * @param loader the loader of its class
   */
  GuardedTool govern(String className, ToolMethod method, @Nullable ClassLoader loader);

  /** Whether the policy has an entry for a tool of that name. */
  boolean knows(String tool);

  /** Puts down what became of something that was found. */
  void covered(Covered entry);
}
