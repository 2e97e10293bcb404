package io.agenttool.guard.weave;

import io.agenttool.guard.entry.EntryPoint;
import io.agenttool.guard.settings.ArgPolicy;
import io.agenttool.guard.settings.MatchRule;
import io.agenttool.guard.settings.ToolHints.SandboxHint;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What annotations and the policy file say of a method that is a tool; overriding and implementing
 * methods inherit it.
 *
 * @param framework whose annotation it is
 * @param entry the framework's way into tools that it is, instead of a tool; else {@code null}
 * @param rule the entry of the policy file that makes it a tool or names it; {@code null} for none
 * @param toolName the tool's name; the declaring method's where the annotation gives none
 * @param destructive whether it is said to destroy
 * @param sandbox {@code @Sandboxed}, if it has that
 * @param args {@code @ToolArg} by the parameter's place
 * @param argNames names given by {@code @ToolArg}, by the parameter's place
 * @param parameterNames the names of the declaring method's parameters, for overriding methods that
 *     were compiled without theirs
 */
public record Declaration(
    Framework framework,
    @Nullable EntryPoint entry,
    @Nullable MatchRule rule,
    String toolName,
    boolean destructive,
    @Nullable SandboxHint sandbox,
    Map<Integer, ArgPolicy> args,
    Map<Integer, String> argNames,
    Map<Integer, String> parameterNames) {

  /** Of a framework's way into its tools. */
  static Declaration of(EntryPoint entry) {
    Framework framework = new Framework(entry.framework(), "", null, null, null, null);
    return new Declaration(
        framework, entry, null, entry.name(), false, null, Map.of(), Map.of(), Map.of());
  }

  /** Of the tool that a call by such a way turns out to be. */
  Declaration named(String tool) {
    return new Declaration(framework, null, null, tool, false, null, Map.of(), Map.of(), Map.of());
  }

  /**
   * This, where it overrides a method with {@code above}: a tool that is destructive or sandboxed,
   * or whose argument is bound, stays so in subtypes whose own annotation is silent about it.
   */
  Declaration overriding(@Nullable Declaration above) {
    return above == null
        ? this
        : new Declaration(
            framework,
            entry,
            rule != null ? rule : above.rule,
            above.isNamedByRule() && !isNamedByRule() ? above.toolName : toolName,
            destructive || above.destructive,
            sandbox != null ? sandbox : above.sandbox,
            merged(args, above.args, ArgPolicy::orElse),
            merged(argNames, above.argNames, (own, other) -> own),
            merged(parameterNames, above.parameterNames, (own, other) -> own));
  }

  private boolean isNamedByRule() {
    return rule != null && rule.tool() != null;
  }

  /** What makes the method a tool, for people: an annotation, a place in the policy file. */
  public String by() {
    if (rule != null) {
      return rule.where();
    }
    String annotation = framework.annotation();
    return annotation.isEmpty()
        ? "the framework"
        : "@" + annotation.substring(1, annotation.length() - 1).replace('/', '.');
  }

  private static <V> Map<Integer, V> merged(
      Map<Integer, V> own, Map<Integer, V> other, BinaryOperator<V> both) {
    Map<Integer, V> merged = new HashMap<>(own);
    other.forEach(
        (index, value) -> {
          V mine = own.get(index);
          merged.put(index, mine == null ? value : both.apply(mine, value));
        });
    return merged;
  }
}
