package io.agenttool.guard.args;

import java.util.Set;

/**
 * Parameters that a framework fills with its own context, never the model: not screened, as all of
 * an application hangs on them.
 */
final class FrameworkTypes {
  private static final Set<String> CONTEXTS =
      Set.of(
          "dev.langchain4j.invocation.InvocationContext",
          "dev.langchain4j.invocation.InvocationParameters",
          "org.springframework.ai.chat.model.ToolContext",
          "com.google.adk.tools.ToolContext",
          "com.embabel.agent.api.tool.ToolCallContext",
          "io.quarkiverse.mcp.server.McpConnection",
          "io.modelcontextprotocol.common.McpTransportContext",
          "kotlin.coroutines.Continuation",
          "io.modelcontextprotocol.server.McpSyncServerExchange",
          "io.modelcontextprotocol.server.McpAsyncServerExchange");

  private FrameworkTypes() {}

  static boolean isContext(String type) {
    return CONTEXTS.contains(type);
  }
}
