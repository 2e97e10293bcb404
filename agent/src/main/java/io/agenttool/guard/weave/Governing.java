package io.agenttool.guard.weave;

import io.agenttool.guard.call.GuardedTool;
import io.agenttool.guard.call.Tool;
import org.jspecify.annotations.Nullable;

/** What weaving asks of the rest of Guard about a tool that it found. */
public interface Governing {

  /** How a tool came to be governed. */
  enum Coverage {
    /** Every call goes through Guard. */
    WOVEN,
    /** Every call is refused. */
    REFUSED,
    /** Calls go by Guard: the class was loaded before Guard was, and cannot be changed. */
    UNGOVERNED
  }

  /**
   * Compiles what a tool's calls need; a tool for which that fails comes back with a refusal.
   *
   * @param className the binary name of its class
   * @param method the method
   * @param loader the loader of its class
   */
  GuardedTool govern(String className, ToolMethod method, @Nullable ClassLoader loader);

  /**
   * An entry of the coverage ledger.
   *
   * @param why what stands in the way, for all but {@link Coverage#WOVEN}
   */
  void covered(Tool tool, Coverage coverage, @Nullable String why);

  /**
   * An entry of the coverage ledger for a class with tools that cannot be changed.
   *
   * @param what the class, and what stands in the way
   */
  void uncovered(String what);
}
