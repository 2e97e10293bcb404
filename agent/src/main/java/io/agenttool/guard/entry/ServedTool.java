package io.agenttool.guard.entry;

import io.agenttool.guard.call.Chain;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tool of an MCP server behind a framework's client: what the server calls it and says of it,
 * whatever the client shows the model.
 */
final class ServedTool {
  /** The clients' fields that are read. */
  static final Set<String> FIELDS = Set.of("fixedToolName", "tool");

  private static final String LANGCHAIN4J = "dev.langchain4j.mcp.McpToolExecutor";
  private static final String SPRING_SYNC = "org.springframework.ai.mcp.SyncMcpToolCallback";
  private static final String SPRING_ASYNC = "org.springframework.ai.mcp.AsyncMcpToolCallback";

  private ServedTool() {}

  /**
   * The server's name for the tool that an object of a framework calls, wrapped or not.
   *
   * @return {@code null} where no server is called, or under the name that the model says
   * @throws ReflectiveOperationException where the client is not the one that Guard knows
   */
  static @Nullable String name(Object self) throws ReflectiveOperationException {
    Object client = client(self);
    if (client == null) {
      return null;
    }
    if (client.getClass().getName().equals(LANGCHAIN4J)) {
      return known(client, "fixedToolName") instanceof Optional<?> fixed && fixed.isPresent()
          ? String.valueOf(fixed.get())
          : null;
    }
    return String.valueOf(Chain.on(known(client, "tool")).call("name").value());
  }

  /**
   * Whether the server says in so many words that it destroys; Spring AI alone keeps what it says.
   */
  static boolean destroys(Object self) throws ReflectiveOperationException {
    Object client = client(self);
    return client != null
        && !client.getClass().getName().equals(LANGCHAIN4J)
        && McpForm.destroys(Chain.on(known(client, "tool")));
  }

  private static @Nullable Object client(Object self) {
    return Target.unwrapped(
        self,
        type -> type.equals(LANGCHAIN4J) || type.equals(SPRING_SYNC) || type.equals(SPRING_ASYNC));
  }

  private static Object known(Object client, String field) throws ReflectiveOperationException {
    Object value = Target.field(client, Set.of(field));
    if (value == null) {
      throw new NoSuchFieldException(client.getClass().getName() + "." + field);
    }
    return value;
  }
}
