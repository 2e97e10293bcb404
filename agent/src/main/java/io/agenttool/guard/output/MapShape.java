package io.agenttool.guard.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps: keys and values. */
final class MapShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      inspection.part("(key)", entry.getKey());
      inspection.entry(entry.getKey(), entry.getValue());
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    Map<@Nullable Object, @Nullable Object> copies = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      Object key = rebuilding.part("(key)", entry.getKey(), Object.class);
      Object part = rebuilding.entry(entry.getKey(), entry.getValue());
      changed |= key != entry.getKey() || part != entry.getValue();
      copies.put(free(key, copies), part);
    }
    Object begun = rebuilding.begun(value);
    if (begun != null) {
      ((Map<@Nullable Object, @Nullable Object>) begun).putAll(copies);
      return begun;
    }
    if (!changed) {
      return value;
    }
    Map<@Nullable Object, @Nullable Object> copy = Containers.emptyMap(value);
    copy.putAll(copies);
    return Containers.sealed(copy, value);
  }

  @Override
  public Object blank(Object value, Class<?> slot) {
    return Containers.emptyMap(value);
  }

  /** Two secrets that were keys have the same marker: the second gets a number. */
  private static @Nullable Object free(@Nullable Object key, Map<?, ?> taken) {
    Object free = key;
    for (int i = 2; key instanceof String && taken.containsKey(free); i++) {
      free = key + "#" + i;
    }
    return free;
  }
}
