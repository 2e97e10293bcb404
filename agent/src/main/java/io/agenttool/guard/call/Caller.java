package io.agenttool.guard.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What frameworks know of who is calling: in parameters that they fill themselves, never the model.
 * By name; each row was held against the framework's own classes.
 */
public enum Caller {
  /** The memory of a conversation, and what the application put beside it. */
  LANGCHAIN4J("dev.langchain4j.invocation.InvocationContext") {
    @Override
    void read(Chain context, Known known) throws ReflectiveOperationException {
      known.put(MEMORY, context.call("chatMemoryId").value());
      known.putAll(context.call("invocationParameters").value());
    }
  },
  /** What the application put there. */
  LANGCHAIN4J_PARAMETERS("dev.langchain4j.invocation.InvocationParameters") {
    @Override
    void read(Chain context, Known known) throws ReflectiveOperationException {
      known.putAll(context.call("asMap").value());
    }
  },
  /** What the application put there. */
  SPRING_AI("org.springframework.ai.chat.model.ToolContext") {
    @Override
    void read(Chain context, Known known) throws ReflectiveOperationException {
      known.putAll(context.call("getContext").value());
    }
  },
  /** The session and the client's name for itself. */
  MCP_SYNC("io.modelcontextprotocol.server.McpSyncServerExchange") {
    @Override
    void read(Chain exchange, Known known) throws ReflectiveOperationException {
      readExchange(exchange, known);
    }
  },
  /** The same. */
  MCP_ASYNC("io.modelcontextprotocol.server.McpAsyncServerExchange") {
    @Override
    void read(Chain exchange, Known known) throws ReflectiveOperationException {
      readExchange(exchange, known);
    }
  },
  /** Of a server without sessions. */
  MCP_STATELESS("io.modelcontextprotocol.common.McpTransportContext"),
  /** The user and the session, as the runner was given them. */
  GOOGLE_ADK("com.google.adk.tools.ToolContext") {
    @Override
    void read(Chain context, Known known) throws ReflectiveOperationException {
      known.put("user", context.call("userId").value());
      known.put(SESSION, context.call("sessionId").value());
    }
  },
  /** What the application put there. */
  EMBABEL("com.embabel.agent.api.tool.ToolCallContext") {
    @Override
    void read(Chain context, Known known) throws ReflectiveOperationException {
      known.putAll(context.call("toMap").value());
    }
  },
  /** The connection and the client's name for itself. */
  QUARKUS_MCP("io.quarkiverse.mcp.server.McpConnection") {
    @Override
    void read(Chain connection, Known known) throws ReflectiveOperationException {
      known.put("connection", connection.call("id").value());
      Object request = connection.call("initialRequest").value();
      if (request != null) {
        known.putClient(Chain.on(request).call("implementation").value());
      }
    }
  },
  /** Says nothing of who. */
  KOTLIN("kotlin.coroutines.Continuation");

  /** The key of a memory's id, also where it is a parameter of its own. */
  public static final String MEMORY = "memoryId";

  private static final String SESSION = "session";
  private static final int MOST = 16;

  private static final ClassValue<Optional<Row>> ROWS =
      new ClassValue<>() {
        @Override
        protected Optional<Row> computeValue(Class<?> type) {
          for (Caller row : values()) {
            Class<?> known = Deferred.above(type, row.typeName);
            if (known != null) {
              return Optional.of(new Row(row, known));
            }
          }
          return Optional.empty();
        }
      };

  private final String typeName;

  Caller(String typeName) {
    this.typeName = typeName;
  }

  private record Row(Caller row, Class<?> type) {}

  void read(Chain context, Known known) throws ReflectiveOperationException {
    // A context that tells nothing of who is calling.
  }

  private static void readExchange(Chain exchange, Known known)
      throws ReflectiveOperationException {
    known.put(SESSION, exchange.call("sessionId").value());
    known.putClient(exchange.call("getClientInfo").value());
  }

  /** Whether a parameter of this type is filled by a framework, and not by the model. */
  public static boolean isContext(String typeName) {
    for (Caller row : values()) {
      if (row.typeName.equals(typeName)) {
        return true;
      }
    }
    return false;
  }

  /** What these objects tell, under the frameworks' own names; texts, numbers and flags alone. */
  public static Map<String, Object> of(@Nullable Object... contexts) {
    Known known = new Known();
    for (Object context : contexts) {
      known.look(context);
    }
    return known.values.isEmpty() ? Map.of() : known.values;
  }

  /** The same of the id of a memory. */
  public static Map<String, Object> memory(@Nullable Object id) {
    Known known = new Known();
    known.put(MEMORY, id);
    return known.values;
  }

  /** What is known so far. */
  static final class Known {
    final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds what an object tells, if it is one of those. */
    void look(@Nullable Object context) {
      Row row = context == null ? null : ROWS.get(context.getClass()).orElse(null);
      if (row == null) {
        return;
      }
      try {
        row.row().read(new Chain(row.type(), context), this);
      } catch (ReflectiveOperationException | RuntimeException e) {
        put("@unreadable", row.row().typeName);
      }
    }

    void put(String name, @Nullable Object value) {
      boolean plain =
          value instanceof CharSequence
              || value instanceof Number
              || value instanceof Boolean
              || value instanceof Enum<?>
              || value instanceof UUID;
      if (value != null && plain && values.size() < MOST) {
        values.putIfAbsent(name, value.toString());
      }
    }

    /** Takes what an application's own map tells, and the frameworks' objects in it. */
    void putAll(@Nullable Object parameters) throws ReflectiveOperationException {
      Object map = parameters;
      if (map != null && !(map instanceof Map<?, ?>)) {
        map = Chain.on(map).call("asMap").value();
      }
      if (map instanceof Map<?, ?> entries) {
        entries.forEach(
            (name, value) -> {
              put(String.valueOf(name), value);
              look(value);
            });
      }
    }

    void putClient(@Nullable Object implementation) throws ReflectiveOperationException {
      if (implementation != null) {
        put("client", Chain.on(implementation).call("name").value());
      }
    }
  }
}
