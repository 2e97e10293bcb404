package io.agenttool.guard.output;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** An object of the application: read field by field, copied field by field. */
final class BeanShape implements Shape {
  private final Field[] fields;

  private BeanShape(List<Field> fields) {
    this.fields = fields.toArray(Field[]::new);
  }

  /** The shape of {@code type}; opaque where its module does not let its fields be read. */
  static Shape of(Class<?> type) {
    List<Field> fields = fields(type);
    for (Field field : fields) {
      if (!field.trySetAccessible()) {
        return new OpaqueShape();
      }
    }
    return new BeanShape(fields);
  }

  /** The instance fields that the application's own classes declare, the superclass's first. */
  static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    Class<?> parent = type.getSuperclass();
    if (parent != null && !Shapes.isPlatform(parent)) {
      fields.addAll(fields(parent));
    }
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !isOutward(field)) {
        fields.add(field);
      }
    }
    return fields;
  }

  /**
   * Whether a field leads to the object around: mostly the tool itself, which is no result. The
   * compiler's other fields hold what a local or anonymous class uses of its method's variables.
   */
  private static boolean isOutward(Field field) {
    return field.isSynthetic() && field.getName().startsWith("this$");
  }

  @Override
  public void inspect(Object value, Inspection inspection) throws IllegalAccessException {
    for (Field field : fields) {
      if (!field.getType().isPrimitive()) {
        inspection.part(field.getName(), field.get(value));
      }
    }
  }

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding)
      throws ReflectiveOperationException {
    Object[] copies = new Object[fields.length];
    boolean changed = false;
    for (int i = 0; i < fields.length; i++) {
      Object part = fields[i].get(value);
      copies[i] = part;
      if (!fields[i].getType().isPrimitive()) {
        copies[i] = rebuilding.part(fields[i].getName(), part, fields[i].getType());
        changed |= copies[i] != part;
      }
    }
    Object copy = rebuilding.begun(value);
    if (copy == null) {
      if (!changed) {
        return value;
      }
      copy = blank(value, slot);
    }
    for (int i = 0; i < fields.length; i++) {
      fields[i].set(copy, copies[i]);
    }
    return copy;
  }

  /**
   * A new object whose constructor did not run, as deserialisation makes it: a constructor could
   * act, and need not take what it was given.
   */
  @Override
  public Object blank(Object value, Class<?> slot) throws ReflectiveOperationException {
    Class<?> base = value.getClass();
    while (!Shapes.isPlatform(base)) {
      base = base.getSuperclass();
    }
    Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
    Object instance = factory.getMethod("getReflectionFactory").invoke(null);
    Constructor<?> constructor =
        (Constructor<?>)
            factory
                .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                .invoke(instance, value.getClass(), base.getDeclaredConstructor());
    return constructor.newInstance();
  }
}
