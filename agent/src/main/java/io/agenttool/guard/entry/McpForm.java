package io.agenttool.guard.entry;

import io.agenttool.guard.call.Chain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The MCP Java SDK: a request with a map; a result that says that it is an error. */
final class McpForm implements Form {
  private static final String RESULT = "io.modelcontextprotocol.spec.McpSchema$CallToolResult";
  private static final String TEXT = "io.modelcontextprotocol.spec.McpSchema$TextContent";
  private static final String MONO = "reactor.core.publisher.Mono";

  private final boolean async;

  /**
   * @param async whether its functions return what comes later
   */
  McpForm(boolean async) {
    this.async = async;
  }

  private static Chain tool(Object self) throws ReflectiveOperationException {
    return Chain.on(((GuardedFunction) self).specification()).call("tool");
  }

  @Override
  public String name(Object self, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    return String.valueOf(tool(self).call("name").value());
  }

  /** By default everything destroys, says MCP: so only what is said in so many words counts. */
  @Override
  public boolean destroys(Object self, String name) throws ReflectiveOperationException {
    return destroys(tool(self));
  }

  /** The same of a tool as the schema has it. */
  static boolean destroys(Chain tool) throws ReflectiveOperationException {
    Object hints = tool.call("annotations").value();
    return hints != null
        && Boolean.TRUE.equals(Chain.on(hints).call("destructiveHint").value())
        && !Boolean.TRUE.equals(Chain.on(hints).call("readOnlyHint").value());
  }

  @Override
  public int place() {
    return 1;
  }

  @Override
  public Map<String, @Nullable Object> read(@Nullable Object[] arguments)
      throws ReflectiveOperationException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (Chain.on(arguments[1]).call("arguments").value() instanceof Map<?, ?> given) {
      given.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    return values;
  }

  @Override
  public void write(@Nullable Object[] arguments, Map<String, @Nullable Object> values)
      throws ReflectiveOperationException {
    Chain request = Chain.on(arguments[1]);
    arguments[1] =
        request
            .type()
            .getConstructor(String.class, Map.class, Map.class)
            .newInstance(request.call("name").value(), values, request.call("meta").value());
  }

  @Override
  public @Nullable Object rebuilt(@Nullable Object result, @Nullable Object filtered)
      throws ReflectiveOperationException {
    if (result == null || filtered == null || filtered.getClass().getName().equals(RESULT)) {
      return filtered;
    }
    throw new NoSuchMethodException("no result of an MCP tool: " + filtered.getClass());
  }

  @Override
  public @Nullable Object refused(Object self, RuntimeException refusal, boolean later)
      throws ReflectiveOperationException {
    ClassLoader loader = ((GuardedFunction) self).specification().getClass().getClassLoader();
    Object text =
        Class.forName(TEXT, true, loader)
            .getConstructor(String.class)
            .newInstance(String.valueOf(refusal.getMessage()));
    Object told =
        Class.forName(RESULT, true, loader)
            .getConstructor(List.class, Boolean.class, Object.class, Map.class)
            .newInstance(List.of(text), true, null, null);
    return async && !later
        ? new Chain(Class.forName(MONO, true, loader), null).call("just", told).value()
        : told;
  }
}
