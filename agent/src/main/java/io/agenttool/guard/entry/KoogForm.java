package io.agenttool.guard.entry;

import io.agenttool.guard.call.Chain;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Koog: an object of the tool's own class in, whose properties are the arguments. Of its own
 * exception alone the model is told the message and no more.
 */
final class KoogForm implements Form {
  private static final String TOOL = "ai.koog.agents.core.tools.ToolBase";

  private static final String REFUSAL = "ai.koog.agents.core.tools.ToolException$ValidationFailure";

  /** The name of an argument that is no object with properties. */
  private static final String WHOLE = "args";

  @Override
  public String name(Object self, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    return String.valueOf(Chain.on(self, TOOL).call("getName").value());
  }

  @Override
  public Map<String, @Nullable Object> read(@Nullable Object[] arguments)
      throws ReflectiveOperationException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Object given = arguments[0];
    if (given == null || isWhole(given.getClass())) {
      values.put(WHOLE, given);
      return values;
    }
    for (Field field : properties(given.getClass())) {
      values.put(field.getName(), field.get(given));
    }
    return values;
  }

  /** Text, numbers, and whatever else is the JDK's or Kotlin's. */
  private static boolean isWhole(Class<?> type) {
    return type.getName().startsWith("java.")
        || type.getName().startsWith("kotlin")
        || type.isArray()
        || type.isEnum();
  }

  private static List<Field> properties(Class<?> type) {
    List<Field> properties = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        field.setAccessible(true);
        properties.add(field);
      }
    }
    return properties;
  }

  /** By the {@code copy} of a data class, where anything was replaced. */
  @Override
  public void write(@Nullable Object[] arguments, Map<String, @Nullable Object> values)
      throws ReflectiveOperationException {
    Object given = arguments[0];
    if (given == null || isWhole(given.getClass())) {
      arguments[0] = values.get(WHOLE);
      return;
    }
    List<Field> properties = properties(given.getClass());
    boolean changed = false;
    List<Class<?>> types = new ArrayList<>();
    for (Field property : properties) {
      changed |= !Objects.equals(property.get(given), values.get(property.getName()));
      types.add(property.getType());
    }
    if (changed) {
      Method copy = given.getClass().getMethod("copy", types.toArray(Class<?>[]::new));
      copy.setAccessible(true);
      arguments[0] = copy.invoke(given, values.values().toArray());
    }
  }

  @Override
  public @Nullable Object refused(Object self, RuntimeException refusal, boolean later)
      throws ReflectiveOperationException {
    KoogForm.<RuntimeException>raise(told(self, refusal));
    throw refusal; // never reached
  }

  @Override
  public Throwable refusedWithin(Object self, RuntimeException refusal, Throwable thrown)
      throws ReflectiveOperationException {
    return told(self, refusal);
  }

  private static Throwable told(Object self, RuntimeException refusal)
      throws ReflectiveOperationException {
    ClassLoader loader = Chain.on(self, TOOL).type().getClassLoader();
    return Class.forName(REFUSAL, true, loader)
        .asSubclass(Throwable.class)
        .getConstructor(String.class)
        .newInstance(refusal.getMessage())
        .initCause(refusal);
  }

  /** Kotlin knows no checked exceptions, and a suspend function declares none. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void raise(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
