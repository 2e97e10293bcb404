package io.agenttool.guard.entry;

import io.agenttool.guard.call.Chain;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Google ADK: maps in and out; an exception aborts the run, and a map of its own shape does not.
 */
final class GoogleAdkForm implements Form {
  private static final String TOOL = "com.google.adk.tools.BaseTool";
  private static final String SINGLE = "io.reactivex.rxjava3.core.Single";

  @Override
  public String name(Object self, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    return String.valueOf(Chain.on(self, TOOL).call("name").value());
  }

  @Override
  public Map<String, @Nullable Object> read(@Nullable Object[] arguments) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (arguments[0] instanceof Map<?, ?> given) {
      given.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    return values;
  }

  @Override
  public void write(@Nullable Object[] arguments, Map<String, @Nullable Object> values) {
    arguments[0] = values;
  }

  @Override
  public @Nullable Object refused(Object self, RuntimeException refusal, boolean later)
      throws ReflectiveOperationException {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("status", "error");
    told.put("message", String.valueOf(refusal.getMessage()));
    if (later) {
      return told;
    }
    Class<?> single = Class.forName(SINGLE, true, Chain.on(self, TOOL).type().getClassLoader());
    return new Chain(single, null).call("just", told).value();
  }
}
