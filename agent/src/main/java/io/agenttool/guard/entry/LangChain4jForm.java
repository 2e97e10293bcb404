package io.agenttool.guard.entry;

import io.agenttool.guard.call.Caller;
import io.agenttool.guard.call.Chain;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** LangChain4j: JSON in the request, text in the result; any exception's message is shown. */
final class LangChain4jForm implements Form {
  @Override
  public String name(Object self, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    return String.valueOf(Chain.on(arguments[0]).call("name").value());
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
  public Map<String, @Nullable Object> read(@Nullable Object[] arguments)
      throws ReflectiveOperationException {
    return JsonArguments.read((String) Chain.on(arguments[0]).call("arguments").value());
  }

  @Override
  public void write(@Nullable Object[] arguments, Map<String, @Nullable Object> values)
      throws ReflectiveOperationException {
    arguments[0] =
        Chain.on(arguments[0])
            .call("toBuilder")
            .call("arguments", JsonArguments.write(values))
            .call("build")
            .value();
  }

  /** The context where there is one; else the memory's id stands in its place. */
  @Override
  public Map<String, Object> caller(@Nullable Object[] arguments) {
    Map<String, Object> known = Caller.of(arguments);
    return known.isEmpty() ? Caller.memory(arguments[1]) : known;
  }

  /** The text where there is no more than that; else all contents, pictures too. */
  @Override
  public @Nullable Object shown(@Nullable Object result) throws ReflectiveOperationException {
    if (result == null || result instanceof String) {
      return result;
    }
    Object contents = contents(result);
    return contents == null ? Chain.on(result).call("resultText").value() : contents;
  }

  /** What no single text says; {@code null} where one does, as in all results of early versions. */
  private static @Nullable List<?> contents(Object result) throws ReflectiveOperationException {
    try {
      return Chain.on(result).call("resultContents").value() instanceof List<?> contents
              && !(contents.size() == 1
                  && String.valueOf(Chain.on(contents.get(0)).call("type").value()).equals("TEXT"))
          ? contents
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  @Override
  public @Nullable Object rebuilt(@Nullable Object result, @Nullable Object filtered)
      throws ReflectiveOperationException {
    if (result == null || result instanceof String || filtered == null) {
      return filtered;
    }
    Chain builder = new Chain(result.getClass(), null).call("builder");
    Object isError = Chain.on(result).call("isError").value();
    if (isError != null) {
      builder = builder.call("isError", isError);
    }
    // The result as an object would go by the filter, and so would what it has beside its contents.
    String contents = filtered instanceof List<?> ? "resultContents" : "resultText";
    return builder.call(contents, filtered).call("build").value();
  }
}
