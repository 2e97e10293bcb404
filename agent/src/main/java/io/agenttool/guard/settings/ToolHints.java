package io.agenttool.guard.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations on a method say of it; the policy file can say otherwise.
 *
 * @param destructive whether it destroys something
 * @param args what its arguments may be, by the parameter's name
 * @param sandbox the language and the code parameter of {@code @Sandboxed}, if it has that
 */
public record ToolHints(
    boolean destructive, Map<String, ArgPolicy> args, @Nullable SandboxHint sandbox) {

  /** Says nothing. */
  public static final ToolHints NONE = new ToolHints(false, Map.of(), null);

  /** Copies {@code args}. */
  public ToolHints {
    args = Map.copyOf(args);
  }

  /**
   * {@code @Sandboxed}.
   *
   * @param language the code's language
   * @param code the name of the parameter that holds it; {@code null} for the only text one
   */
  public record SandboxHint(String language, @Nullable String code) {}
}
