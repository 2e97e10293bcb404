package io.agenttool.guard.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that was said of one tool, by the settings, the policy file and the annotations.
 *
 * @param confirm whether each call waits for a person's approval
 * @param args what its arguments may be, by the parameter's name; arguments with no entry are text
 *     or numbers of any value
 * @param injection what happens to an argument's text that reads like instructions to a model
 * @param sandbox where the tool's code runs instead of its body; {@code null} for a tool whose body
 *     runs
 * @param output what may leave in its results
 * @param ungoverned whether the tool may run where it cannot be governed fully
 * @param where where its entry stands in the policy file, for messages: {@code guard.yaml:12:3}, or
 *     {@code annotations}
 */
public record ToolPolicy(
    boolean confirm,
    Map<String, ArgPolicy> args,
    InjectionAction injection,
    @Nullable SandboxPolicy sandbox,
    OutputPolicy output,
    Ungoverned ungoverned,
    String where) {

  /** Copies {@code args}. */
  public ToolPolicy {
    args = Map.copyOf(args);
  }
}
