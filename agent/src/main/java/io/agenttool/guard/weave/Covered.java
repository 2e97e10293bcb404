package io.agenttool.guard.weave;

import io.agenttool.guard.call.Tool;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the coverage ledger: what was found, and what became of it.
 *
 * @param tool the tool's name; {@code null} for a framework's way into tools, and where a class is
 *     all that is known
 * @param framework whose it is; {@code null} where that is not known
 * @param className the binary name of the class
 * @param method the method with its types, {@code a.b.C#run(java.lang.String)}, and the names of
 *     its parameters where no JVM runs; {@code null} where a class is all that is known
 * @param by what makes the method a tool: an annotation, a place in the policy file, the framework
 * @param coverage what became of it
 * @param policy where its policy stands; {@code null} for what has none
 * @param why what stands in the way, for all but {@link Coverage#WOVEN}
 */
public record Covered(
    @Nullable String tool,
    @Nullable String framework,
    String className,
    @Nullable String method,
    @Nullable String by,
    Coverage coverage,
    @Nullable String policy,
    @Nullable String why) {

  /** Of a tool. */
  static Covered of(Tool tool, Declaration declaration, Coverage coverage, @Nullable String why) {
    return new Covered(
        tool.name(),
        tool.framework(),
        tool.className(),
        tool.toString(),
        declaration.by(),
        coverage,
        tool.policy().where(),
        why);
  }

  /** Of a method for which no tool was made. */
  static Covered of(String className, ToolMethod method, Coverage coverage, @Nullable String why) {
    Declaration declaration = method.declaration();
    String types =
        method.parameters().stream()
            .map(parameter -> parameter.type() + " " + parameter.name())
            .collect(Collectors.joining(", "));
    return new Covered(
        declaration.entry() == null ? declaration.toolName() : null,
        declaration.framework().name(),
        className,
        className + "#" + method.name() + "(" + types + ")",
        declaration.by(),
        coverage,
        null,
        why);
  }

  /**
   * Of a constructor or an abstract method. Nobody calls a constructor as a tool, and to refuse one
   * would refuse its class's tools.
   */
  static Covered bodiless(String className, ToolMethod method) {
    return method.name().startsWith("<")
        ? of(
            className,
            method,
            Coverage.UNGOVERNED,
            "a constructor is no tool: annotate the method that the model calls")
        : of(
            className,
            method,
            Coverage.ABSTRACT,
            "it has no body; the methods that implement it are woven");
  }

  /** The same with the place of its policy. */
  Covered under(String where) {
    return new Covered(tool, framework, className, method, by, coverage, where, why);
  }

  /** As the audit log and the commands have it: what is not known is left out. */
  public Map<String, @Nullable String> fields() {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("tool", tool);
    fields.put("framework", framework);
    fields.put("class", className);
    fields.put("method", method);
    fields.put("by", by);
    fields.put("coverage", coverage.name().toLowerCase(Locale.ROOT));
    fields.put("policy", policy);
    fields.put("why", why);
    fields.values().removeIf(Objects::isNull);
    return fields;
  }

  /** Of a class whose tools nobody can change. */
  public static Covered ungoverned(String className, String why) {
    return new Covered(null, null, className, null, null, Coverage.UNGOVERNED, null, why);
  }
}
