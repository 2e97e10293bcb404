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
          + "Ldev/langchain4j/service/tool/ToolExecutionResult;",
      "methodToInvoke"),

  /** The same without its context. */
  LANGCHAIN4J_PLAIN(
      "LangChain4j",
      "dev/langchain4j/service/tool/ToolExecutor",
      "execute",
      "(Ldev/langchain4j/agent/tool/ToolExecutionRequest;Ljava/lang/Object;)Ljava/lang/String;",
      "methodToInvoke"),

  /** Called by the chat client. */
  SPRING_AI(
      "Spring AI",
      "org/springframework/ai/tool/ToolCallback",
      "call",
      "(Ljava/lang/String;Lorg/springframework/ai/chat/model/ToolContext;)Ljava/lang/String;",
      "toolMethod"),

  /** The same without its context. */
  SPRING_AI_PLAIN(
      "Spring AI",
      "org/springframework/ai/tool/ToolCallback",
      "call",
      "(Ljava/lang/String;)Ljava/lang/String;",
      "toolMethod"),

  /** Called by the flow of an agent. */
  GOOGLE_ADK(
      "Google ADK",
      "com/google/adk/tools/BaseTool",
      "runAsync",
      "(Ljava/util/Map;Lcom/google/adk/tools/ToolContext;)Lio/reactivex/rxjava3/core/Single;",
      "func");

  private static final Set<String> OWNERS = owners();

  private final String framework;
  private final String owner;
  private final String key;
  private final String methodField;

  EntryPoint(String framework, String owner, String method, String descriptor, String methodField) {
    this.framework = framework;
    this.owner = owner;
    this.key = method + descriptor;
    this.methodField = methodField;
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

  /** The field of the framework's own classes that holds the method which they call. */
  String methodField() {
    return methodField;
  }

  /** How calls look there. */
  Form form() {
    return switch (this) {
      case LANGCHAIN4J, LANGCHAIN4J_PLAIN -> new LangChain4jForm();
      case SPRING_AI, SPRING_AI_PLAIN -> new SpringAiForm();
      case GOOGLE_ADK -> new GoogleAdkForm();
    };
  }
}
