package io.agenttool.guard.weave;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that declares a tool, known by name: Guard depends on no framework.
 *
 * @param name whose it is, for the ledger and the audit log
 * @param annotation its descriptor in class files
 * @param nameAttribute the attribute that names the tool; {@code null} for none
 * @param destructiveAttribute the flag that says that the tool destroys; {@code null} for none
 */
public record Framework(
    String name,
    String annotation,
    @Nullable String nameAttribute,
    @Nullable String destructiveAttribute) {

  /** All that are known. Where a method carries several, the first row's words win. */
  static final List<Framework> ALL =
      List.of(
          new Framework("Guard", "Lio/agenttool/AgentTool;", "name", "destructive"),
          new Framework("Guard", "Lio/agenttool/Sandboxed;", null, null),
          new Framework("LangChain4j", "Ldev/langchain4j/agent/tool/Tool;", "name", null));
}
