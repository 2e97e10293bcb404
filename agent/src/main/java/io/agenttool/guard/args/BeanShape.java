package io.agenttool.guard.args;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to read and copy the objects of a class of the application; looked up once a class.
 *
 * @param fields those that can hold text, superclasses' too, made accessible
 * @param all every instance field, for copying
 * @param constructor the record's canonical one, or the one without parameters
 * @param closed whether its module keeps reflection out
 */
record BeanShape(
    List<Field> fields, List<Field> all, @Nullable Constructor<?> constructor, boolean closed) {

  private static final ClassValue<BeanShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected BeanShape computeValue(Class<?> type) {
          return look(type);
        }
      };

  static BeanShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  private static BeanShape look(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    List<Field> all = new ArrayList<>();
    try {
      for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
        for (Field field : at.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            all.add(field);
            field.setAccessible(true);
            // An inner class's outer object is no part of what it holds.
            if (!field.isSynthetic() && TypeFit.of(field.getType().getTypeName()).mayHoldText()) {
              fields.add(field);
            }
          }
        }
      }
      Constructor<?> constructor = constructor(type);
      if (constructor != null) {
        constructor.setAccessible(true);
      }
      return new BeanShape(fields, all, constructor, false);
    } catch (RuntimeException e) {
      // InaccessibleObjectException: not exported to reflection.
      return new BeanShape(List.of(), List.of(), null, true);
    }
  }

  private static @Nullable Constructor<?> constructor(Class<?> type) {
    try {
      if (!type.isRecord()) {
        return type.getDeclaredConstructor();
      }
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
      }
      return type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
