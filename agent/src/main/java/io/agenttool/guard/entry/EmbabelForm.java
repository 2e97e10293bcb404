package io.agenttool.guard.entry;

import io.agenttool.guard.call.Chain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Embabel: JSON in; text, text with an object, or an error out. */
final class EmbabelForm implements Form {
  private static final String TOOL = "com.embabel.agent.api.tool.Tool";
  private static final String RESULT = "com.embabel.agent.api.tool.Tool$Result";

  @Override
  public String name(Object self, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    return String.valueOf(
        Chain.on(self, "com.embabel.agent.api.tool.ToolInfo")
            .call("getDefinition")
            .call("getName")
            .value());
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
  public @Nullable Object shown(@Nullable Object result) throws ReflectiveOperationException {
    if (result == null) {
      return null;
    }
    return switch (result.getClass().getSimpleName()) {
      case "Text" -> Chain.on(result).call("getContent").value();
      case "WithArtifact" ->
          Arrays.asList(
              Chain.on(result).call("getContent").value(),
              Chain.on(result).call("getArtifact").value());
      case "Error" ->
          Arrays.asList(
              Chain.on(result).call("getMessage").value(),
              Chain.on(result).call("getCause").value());
      default -> result;
    };
  }

  @Override
  public @Nullable Object rebuilt(@Nullable Object result, @Nullable Object filtered)
      throws ReflectiveOperationException {
    if (result == null || filtered == null) {
      return filtered;
    }
    Chain maker = Chain.on(result, RESULT);
    ClassLoader loader = maker.type().getClassLoader();
    Class<?> type = Class.forName(RESULT, true, loader);
    if (filtered instanceof CharSequence text) {
      return type.getMethod("text", String.class).invoke(null, text.toString());
    }
    if (!(filtered instanceof List<?> pair) || pair.size() != 2) {
      return filtered;
    }
    String text = String.valueOf(pair.get(0));
    return result.getClass().getSimpleName().equals("Error")
        ? type.getMethod("error", String.class, Throwable.class).invoke(null, text, pair.get(1))
        : type.getMethod("withArtifact", String.class, Object.class)
            .invoke(null, text, pair.get(1));
  }

  @Override
  public @Nullable Object refused(Object self, RuntimeException refusal, boolean later)
      throws ReflectiveOperationException {
    ClassLoader loader = Chain.on(self, TOOL).type().getClassLoader();
    return Class.forName(RESULT, true, loader)
        .getMethod("error", String.class, Throwable.class)
        .invoke(null, String.valueOf(refusal.getMessage()), null);
  }
}
