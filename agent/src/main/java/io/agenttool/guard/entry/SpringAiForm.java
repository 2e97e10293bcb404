package io.agenttool.guard.entry;

import io.agenttool.guard.call.Chain;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spring AI: JSON in, text out; but for one exception, the chat aborts. */
final class SpringAiForm implements Form {
  private static final String CALLBACK = "org.springframework.ai.tool.ToolCallback";
  private static final String DEFINITION = "org.springframework.ai.tool.definition.ToolDefinition";
  private static final String REFUSAL =
      "org.springframework.ai.tool.execution.ToolExecutionException";

  @Override
  public String name(Object self, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    return String.valueOf(Chain.on(self, CALLBACK).call("getToolDefinition").call("name").value());
  }

  @Override
  public @Nullable String servedAs(Object self) throws ReflectiveOperationException {
    return ServedTool.name(self);
  }

  @Override
  public boolean destroys(Object self, String name) throws ReflectiveOperationException {
    return ServedTool.destroys(self, name);
  }

  @Override
  public Map<String, @Nullable Object> read(@Nullable Object[] arguments) {
    return JsonArguments.read((String) arguments[0]);
  }

  @Override
  public void write(@Nullable Object[] arguments, Map<String, @Nullable Object> values) {
    arguments[0] = JsonArguments.write(values);
  }

  @Override
  public @Nullable Object refused(Object self, RuntimeException refusal, boolean later)
      throws ReflectiveOperationException {
    Chain callback = Chain.on(self, CALLBACK);
    ClassLoader loader = callback.type().getClassLoader();
    throw Class.forName(REFUSAL, true, loader)
        .asSubclass(RuntimeException.class)
        .getConstructor(Class.forName(DEFINITION, false, loader), Throwable.class)
        .newInstance(callback.call("getToolDefinition").value(), refusal);
  }
}
