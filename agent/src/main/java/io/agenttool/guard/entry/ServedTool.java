package io.agenttool.guard.entry;

import io.agenttool.guard.call.Chain;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A tool of an MCP server behind a framework's client: what the server calls it and says of it,
 * whatever the client shows the model.
 */
final class ServedTool {
  /** The clients' fields that are read. */
  static final Set<String> FIELDS = Set.of("fixedToolName", "tool", "mcpClient", "toolListRefs");

  private static final String LANGCHAIN4J = "dev.langchain4j.mcp.McpToolExecutor";
  private static final String LANGCHAIN4J_CLIENT = "dev.langchain4j.mcp.client.DefaultMcpClient";
  private static final String SPRING_SYNC = "org.springframework.ai.mcp.SyncMcpToolCallback";
  private static final String SPRING_ASYNC = "org.springframework.ai.mcp.AsyncMcpToolCallback";

  /** Of the list that was read last; several threads may read one. */
  private static volatile Listed listed = new Listed(new WeakReference<>(List.of()), Set.of());

  /**
   * What a server said.
   *
   * @param list as the client keeps it, until it asks again
   * @param destroying the names of the tools that destroy
   */
  private record Listed(WeakReference<List<?>> list, Set<String> destroying) {}

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
   * Whether the server says in so many words that it destroys.
   *
   * @param name what the server calls it
   */
  static boolean destroys(Object self, String name) throws ReflectiveOperationException {
    Object client = client(self);
    if (client == null) {
      return false;
    }
    return client.getClass().getName().equals(LANGCHAIN4J)
        ? destroying(known(client, "mcpClient")).contains(name)
        : McpForm.destroys(Chain.on(known(client, "tool")));
  }

  /** LangChain4j's executor knows the tool's name alone, its client what the server listed. */
  private static Set<String> destroying(Object mcpClient) throws ReflectiveOperationException {
    Object client = Target.unwrapped(mcpClient, LANGCHAIN4J_CLIENT::equals);
    if (client == null
        || !(Target.field(client, Set.of("toolListRefs")) instanceof AtomicReference<?> kept)
        || !(kept.get() instanceof List<?> list)) {
      return Set.of();
    }
    Listed known = listed;
    if (known.list().get() != list) {
      Set<String> names = new HashSet<>();
      for (Object tool : list) {
        Chain specification = Chain.on(tool);
        if (specification.call("metadata").value() instanceof Map<?, ?> said
            && Boolean.TRUE.equals(said.get("destructiveHint"))
            && !Boolean.TRUE.equals(said.get("readOnlyHint"))) {
          names.add(String.valueOf(specification.call("name").value()));
        }
      }
      known = new Listed(new WeakReference<>(list), names);
      listed = known;
    }
    return known.destroying();
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
