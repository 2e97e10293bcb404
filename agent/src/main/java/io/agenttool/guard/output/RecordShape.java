package io.agenttool.guard.output;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A record: read by its accessors, made again by its canonical constructor. */
final class RecordShape implements Shape {
  private final RecordComponent[] components;
  private final Method[] accessors;
  private final boolean readable;

  RecordShape(Class<?> type) {
    components = type.getRecordComponents();
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    readable = Arrays.stream(accessors).allMatch(Method::trySetAccessible);
  }

  @Override
  public void inspect(Object value, Inspection inspection) throws ReflectiveOperationException {
    if (!readable) {
      inspection.text(value.toString());
      return;
    }
    for (int i = 0; i < accessors.length; i++) {
      if (!components[i].getType().isPrimitive()) {
        inspection.part(components[i].getName(), accessors[i].invoke(value));
      }
    }
  }

  @Override
  public @Nullable Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding)
      throws ReflectiveOperationException {
    if (!readable) {
      return null;
    }
    @Nullable Object[] copies = new Object[components.length];
    boolean changed = false;
    for (int i = 0; i < copies.length; i++) {
      Object part = accessors[i].invoke(value);
      copies[i] = part;
      if (!components[i].getType().isPrimitive()) {
        copies[i] = rebuilding.part(components[i].getName(), part, components[i].getType());
        changed |= copies[i] != part;
      }
    }
    return changed ? canonical(value.getClass()).newInstance(copies) : value;
  }

  private Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }
}
