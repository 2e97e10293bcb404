package io.agenttool.guard.call;

import io.agenttool.guard.settings.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool with all that a call of it needs.
 *
 * @param tool the tool
 * @param mode whether its stages' decisions bind
 * @param stages its lines of defence, in the order of their asking
 * @param journal where its calls are recorded
 * @param refusal why no call of it may run, whatever the mode; {@code null} for a tool that works
 */
public record GuardedTool(
    Tool tool, Mode mode, List<Stage> stages, Journal journal, Verdict.@Nullable Deny refusal) {

  /** Copies {@code stages}. */
  public GuardedTool {
    stages = List.copyOf(stages);
  }
}
