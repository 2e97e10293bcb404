package io.agenttool.guard.sandbox;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes one of the application's records from an outcome; unknown components are null or 0. */
final class RecordForm implements ReturnForm.Mapping {
  private final Constructor<?> constructor;
  private final Class<?>[] types;
  private final @Nullable Part[] parts;

  private RecordForm(Constructor<?> constructor, Class<?>[] types, @Nullable Part[] parts) {
    this.constructor = constructor;
    this.types = types;
    this.parts = parts;
  }

  /** See {@link ReturnForm#of}. */
  static RecordForm of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Part[] parts = new Part[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Part part = Part.of(components[i].getName());
      parts[i] = part;
      if (part != null && !part.fits(types[i])) {
        throw ReturnForm.unfit(type, part.key() + " is " + types[i].getTypeName());
      }
    }
    if (Arrays.stream(parts).allMatch(part -> part == null)) {
      throw ReturnForm.unfit(type, "it has no component for it");
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new RecordForm(constructor, types, parts);
    } catch (NoSuchMethodException | InaccessibleObjectException e) {
      throw ReturnForm.unfit(type, "its module does not open its package");
    }
  }

  @Override
  public Object of(Execution execution) throws ReflectiveOperationException {
    @Nullable Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      Part part = parts[i];
      values[i] = part == null ? nothing(types[i]) : part.of(execution, types[i]);
    }
    return constructor.newInstance(values);
  }

  /** {@code null}, {@code 0} or {@code false}: what an array's element is at first. */
  private static @Nullable Object nothing(Class<?> type) {
    return Array.get(Array.newInstance(type, 1), 0);
  }
}
