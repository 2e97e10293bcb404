package io.agenttool.guard.output;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A record: read by its accessors, made again by its canonical constructor. */
final class RecordShape implements Shape {
  private static final Object[] NO_ARGUMENTS = {};

  private final RecordComponent[] components;
  private final String[] names;
  private final boolean[] primitive;
  private final Method[] accessors;
  private final boolean readable;

  RecordShape(Class<?> type) {
    components = type.getRecordComponents();
    names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
    primitive = new boolean[components.length];
    for (int i = 0; i < primitive.length; i++) {
      primitive[i] = components[i].getType().isPrimitive();
    }
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
      if (!primitive[i]) {
        inspection.part(names[i], accessors[i].invoke(value, NO_ARGUMENTS));
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
      Object part = accessors[i].invoke(value, NO_ARGUMENTS);
      copies[i] = part;
      if (!primitive[i]) {
        copies[i] = rebuilding.part(names[i], part, components[i].getType());
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
