package io.agenttool.guard.weave;

import io.agenttool.guard.settings.SettingsException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that declares a tool, known by name: Guard depends on no framework. Each row was
 * held against the framework's own classes.
 *
 * @param name whose it is, for the ledger and the audit log
 * @param annotation its descriptor in class files
 * @param nameAttribute the attribute that names the tool; {@code null} for none
 * @param destructiveAttribute the flag that says that the tool destroys, within a nested annotation
 *     after a dot; {@code null} for none
 * @param readOnlyAttribute the flag that overrules that one, as MCP's {@code readOnlyHint} does;
 *     {@code null} for none
 * @param meta what an annotation of this row says where it is an annotation's own; {@code null} for
 *     the rows of the table
 */
public record Framework(
    String name,
    String annotation,
    @Nullable String nameAttribute,
    @Nullable String destructiveAttribute,
    @Nullable String readOnlyAttribute,
    @Nullable Meta meta) {

  /**
   * What stands above an annotation that is a tool annotation by way of another.
   *
   * @param row the row of that other
   * @param values what it says there
   */
  record Meta(Framework row, AnnotationReading values) {}

  /** The name of the rows that the settings add. */
  static final String OWN = "own";

  /** Of methods that the policy file makes tools; no annotation declares these. */
  static final Framework POLICY = new Framework("policy", "", null, null, null, null);

  /** All that are known. Where a method carries several, the first row's words win. */
  static final List<Framework> ALL =
      List.of(
          row("Guard", "Lio/agenttool/AgentTool;", "name", "destructive"),
          row("Guard", "Lio/agenttool/Sandboxed;", null, null),
          row("LangChain4j", "Ldev/langchain4j/agent/tool/Tool;", "name", null),
          row("Spring AI", "Lorg/springframework/ai/tool/annotation/Tool;", "name", null),
          mcp("Spring AI MCP", "Lorg/springframework/ai/mcp/annotation/McpTool;"),
          mcp("Spring AI MCP", "Lorg/springaicommunity/mcp/annotation/McpTool;"),
          mcp("Quarkus MCP", "Lio/quarkiverse/mcp/server/Tool;"),
          row(
              "Semantic Kernel",
              "Lcom/microsoft/semantickernel/semanticfunctions/annotations/DefineKernelFunction;",
              "name",
              null),
          row("Embabel", "Lcom/embabel/agent/api/annotation/LlmTool;", "name", null),
          row("Koog", "Lai/koog/agents/core/tools/annotations/Tool;", "customName", null));

  private static Framework row(
      String name, String annotation, @Nullable String named, @Nullable String destructive) {
    return new Framework(name, annotation, named, destructive, null, null);
  }

  /**
   * MCP's hints count where they are written: {@code destructiveHint} is true where it is not, and
   * every tool that says nothing would want a confirmation.
   */
  private static Framework mcp(String name, String annotation) {
    return new Framework(
        name, annotation, "name", "annotations.destructiveHint", "annotations.readOnlyHint", null);
  }

  /**
   * The row of an annotation that the setting {@code guard.annotations} names; its attribute {@code
   * name}, if it has one, names the tool.
   *
   * @throws SettingsException for what is no name of a class
   */
  static Framework own(String className) {
    if (!isClassName(className)) {
      throw new SettingsException(
          "guard.annotations",
          "'"
              + className
              + "'"
              + " is not the name of an annotation, such as com.acme.Action or com.acme.Api$Action");
    }
    return row(OWN, "L" + className.replace('.', '/') + ";", "name", "destructive");
  }

  private static boolean isClassName(String text) {
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits = begins ? isNameStart(c) : isNameStart(c) || Character.isDigit(c);
      if (!fits && (begins || c != '.')) {
        return false;
      }
      begins = c == '.';
    }
    return !begins;
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == '$';
  }

  /** The row of an annotation that carries one of this row; {@code named} names its tools. */
  Framework under(String descriptor, String named, AnnotationReading values) {
    return new Framework(name, descriptor, named, null, null, new Meta(this, values));
  }

  /** The table's row that this comes from; itself, where it stands there. */
  Framework root() {
    return meta == null ? this : meta.row().root();
  }

  /** The name that an annotation of this row gives; {@code null} for none. */
  @Nullable String toolName(AnnotationReading reading) {
    String given = reading.text(nameAttribute);
    return given != null || meta == null ? given : meta.row().toolName(meta.values());
  }

  /** Whether an annotation of this row says that its tool destroys. */
  boolean destroys(AnnotationReading reading) {
    return (reading.flag(destructiveAttribute) && !reading.flag(readOnlyAttribute))
        || (meta != null && meta.row().destroys(meta.values()));
  }
}
