package io.agenttool.guard.entry;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The methods through which frameworks call tools, woven in every class that implements them. Each
 * row was held against the framework's own classes.
 */
public enum EntryPoint {
  /** Called by the service; the interface's own leads to a lambda's {@link #LANGCHAIN4J_PLAIN}. */
  LANGCHAIN4J(
      "LangChain4j",
      "dev/langchain4j/service/tool/ToolExecutor",
      "executeWithContext",
      "(Ldev/langchain4j/agent/tool/ToolExecutionRequest;"
          + "Ldev/langchain4j/invocation/InvocationContext;)"
          + "Ldev/langchain4j/service/tool/ToolExecutionResult;"),

  /** The same without its context. */
  LANGCHAIN4J_PLAIN(
      "LangChain4j",
      "dev/langchain4j/service/tool/ToolExecutor",
      "execute",
      "(Ldev/langchain4j/agent/tool/ToolExecutionRequest;Ljava/lang/Object;)Ljava/lang/String;"),

  /** Called by the chat client. */
  SPRING_AI(
      "Spring AI",
      "org/springframework/ai/tool/ToolCallback",
      "call",
      "(Ljava/lang/String;Lorg/springframework/ai/chat/model/ToolContext;)Ljava/lang/String;"),

  /** The same without its context. */
  SPRING_AI_PLAIN(
      "Spring AI",
      "org/springframework/ai/tool/ToolCallback",
      "call",
      "(Ljava/lang/String;)Ljava/lang/String;"),

  /** Called by the flow of an agent. */
  GOOGLE_ADK(
      "Google ADK",
      "com/google/adk/tools/BaseTool",
      "runAsync",
      "(Ljava/util/Map;Lcom/google/adk/tools/ToolContext;)Lio/reactivex/rxjava3/core/Single;"),

  /** Handed to the asynchronous server that every synchronous one is. */
  MCP_SYNC(
      "MCP Java SDK",
      "io/modelcontextprotocol/server/McpServerFeatures$SyncToolSpecification",
      "callHandler",
      Descriptors.FUNCTION),

  /** Called by the asynchronous server. */
  MCP_ASYNC(
      "MCP Java SDK",
      "io/modelcontextprotocol/server/McpServerFeatures$AsyncToolSpecification",
      "callHandler",
      Descriptors.FUNCTION),

  /** The same without sessions. */
  MCP_STATELESS_SYNC(
      "MCP Java SDK",
      "io/modelcontextprotocol/server/McpStatelessServerFeatures$SyncToolSpecification",
      "callHandler",
      Descriptors.FUNCTION),

  /** The same without sessions. */
  MCP_STATELESS_ASYNC(
      "MCP Java SDK",
      "io/modelcontextprotocol/server/McpStatelessServerFeatures$AsyncToolSpecification",
      "callHandler",
      Descriptors.FUNCTION),

  /** Called by the tool loop. */
  EMBABEL(
      "Embabel",
      "com/embabel/agent/api/tool/Tool",
      "call",
      "(Ljava/lang/String;Lcom/embabel/agent/api/tool/ToolCallContext;)"
          + "Lcom/embabel/agent/api/tool/Tool$Result;"),

  /** The same without its context. */
  EMBABEL_PLAIN(
      "Embabel",
      "com/embabel/agent/api/tool/Tool",
      "call",
      "(Ljava/lang/String;)Lcom/embabel/agent/api/tool/Tool$Result;"),

  /** Called by the environment of an agent, by way of its namesake with metadata. */
  KOOG(
      "Koog",
      "ai/koog/agents/core/tools/Tool",
      "execute",
      "(Ljava/lang/Object;Lkotlin/coroutines/Continuation;)Ljava/lang/Object;");

  /** Of methods that hand out a tool's function. */
  private interface Descriptors {
    String FUNCTION = "()Ljava/util/function/BiFunction;";
  }

  private static final Set<String> OWNERS = owners();

  private final String framework;
  private final String owner;
  private final String key;
  private final boolean hands;

  EntryPoint(String framework, String owner, String method, String descriptor) {
    this.framework = framework;
    this.owner = owner;
    this.key = method + descriptor;
    this.hands = descriptor.equals(Descriptors.FUNCTION);
  }

  private static Set<String> owners() {
    Set<String> owners = new HashSet<>();
    for (EntryPoint each : values()) {
      owners.add(each.owner);
    }
    return owners;
  }

  /** Whose it is. */
  public String framework() {
    return framework;
  }

  /** Whether a class, by its internal name, declares such methods. */
  public static boolean isOwner(String className) {
    return OWNERS.contains(className);
  }

  /**
   * The row of a method of a class that declares such methods; {@code null} for its others.
   *
   * @param className the class's internal name
   * @param key the method's name and descriptor
   */
  public static @Nullable EntryPoint of(String className, String key) {
    for (EntryPoint each : values()) {
      if (each.owner.equals(className) && each.key.equals(key)) {
        return each;
      }
    }
    return null;
  }

  /** Whether the method does not call a tool, but hands out the function that does. */
  public boolean hands() {
    return hands;
  }

  /** How calls look there. */
  Form form() {
    return switch (this) {
      case LANGCHAIN4J, LANGCHAIN4J_PLAIN -> new LangChain4jForm();
      case SPRING_AI, SPRING_AI_PLAIN -> new SpringAiForm();
      case GOOGLE_ADK -> new GoogleAdkForm();
      case MCP_SYNC, MCP_STATELESS_SYNC -> new McpForm(false);
      case MCP_ASYNC, MCP_STATELESS_ASYNC -> new McpForm(true);
      case EMBABEL, EMBABEL_PLAIN -> new EmbabelForm();
      case KOOG -> new KoogForm();
    };
  }
}
