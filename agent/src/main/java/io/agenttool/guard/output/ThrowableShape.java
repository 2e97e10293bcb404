package io.agenttool.guard.output;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * An exception: its message, text, cause and suppressed ones, and the fields of the application's
 * own classes. Made again by a constructor of its class, with its stack trace.
 *
 * <p>Transient fields are no part of what an exception says: in those, libraries keep what it came
 * from, such as Kotlin's job that was cancelled, and with it all that this refers to.
 */
final class ThrowableShape implements Shape {
  private static final Class<?>[][] SIGNATURES = {
    {String.class, Throwable.class},
    {String.class},
    {String.class, Throwable.class, boolean.class, boolean.class},
    {Throwable.class, String.class},
    {Object.class},
    {},
    {Throwable.class},
  };

  @Override
  public void inspect(Object value, Inspection inspection) throws IllegalAccessException {
    Throwable thrown = (Throwable) value;
    inspection.part("message", thrown.getMessage());
    inspection.part("localizedMessage", other(thrown.getLocalizedMessage(), thrown.getMessage()));
    inspection.part("text", other(thrown.toString(), standard(thrown)));
    inspection.part("cause", thrown.getCause());
    Throwable[] suppressed = thrown.getSuppressed();
    for (int i = 0; i < suppressed.length; i++) {
      inspection.part("suppressed", suppressed[i]);
    }
    for (Field field : BeanShape.fields(thrown.getClass())) {
      if (isPart(field) && field.trySetAccessible()) {
        inspection.part(field.getName(), field.get(thrown));
      }
    }
  }

  @Override
  public @Nullable Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding)
      throws ReflectiveOperationException {
    Throwable thrown = (Throwable) value;
    String message = thrown.getMessage();
    String clean = message == null ? null : rebuilding.text(message);
    Throwable cause = (Throwable) rebuilding.part("cause", thrown.getCause(), Throwable.class);
    Throwable[] suppressed = thrown.getSuppressed();
    boolean changed = (message != null && !message.equals(clean)) || cause != thrown.getCause();
    for (int i = 0; i < suppressed.length; i++) {
      Throwable before = suppressed[i];
      suppressed[i] = (Throwable) rebuilding.part("suppressed", before, Throwable.class);
      changed |= suppressed[i] != before;
    }
    Field[] fields =
        BeanShape.fields(thrown.getClass()).stream()
            .filter(Field::trySetAccessible)
            .toArray(Field[]::new);
    Object[] parts = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      Object part = fields[i].get(thrown);
      parts[i] =
          isPart(fields[i])
              ? rebuilding.part(fields[i].getName(), part, fields[i].getType())
              : part;
      changed |= isPart(fields[i]) && parts[i] != part;
    }
    if (!changed) {
      return isClean(thrown, rebuilding) ? thrown : null;
    }
    Throwable copy = make(thrown.getClass(), clean, cause);
    if (copy == null) {
      return null;
    }
    for (int i = 0; i < fields.length; i++) {
      fields[i].set(copy, parts[i]);
    }
    copy.setStackTrace(thrown.getStackTrace());
    for (Throwable each : suppressed) {
      copy.addSuppressed(each);
    }
    return isClean(copy, rebuilding) ? copy : null;
  }

  private static boolean isPart(Field field) {
    return !field.getType().isPrimitive() && !Modifier.isTransient(field.getModifiers());
  }

  private static boolean isClean(Throwable thrown, Rebuilding rebuilding) {
    String said = String.valueOf(thrown);
    return rebuilding.text(said).equals(said);
  }

  /** What {@link Throwable#toString} makes of a message that was looked at. */
  private static String standard(Throwable thrown) {
    String message = thrown.getLocalizedMessage();
    String name = thrown.getClass().getName();
    return message == null ? name : name + ": " + message;
  }

  private static @Nullable Throwable make(
      Class<?> type, @Nullable String message, @Nullable Throwable cause) {
    for (Class<?>[] signature : SIGNATURES) {
      Throwable made = make(type, signature, message, cause);
      if (made != null) {
        return made;
      }
    }
    return null;
  }

  private static @Nullable Throwable make(
      Class<?> type, Class<?>[] signature, @Nullable String message, @Nullable Throwable cause) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(signature);
      if (!constructor.trySetAccessible() && !isPublic(constructor)) {
        return null;
      }
      Throwable made = (Throwable) constructor.newInstance(arguments(signature, message, cause));
      if (made.getCause() == null && cause != null) {
        made.initCause(cause);
      }
      return made.getCause() == cause ? made : null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null; // it has no such constructor, or that one does not take such a message
    }
  }

  private static boolean isPublic(Constructor<?> constructor) {
    return Modifier.isPublic(constructor.getModifiers())
        && Modifier.isPublic(constructor.getDeclaringClass().getModifiers());
  }

  private static @Nullable Object[] arguments(
      Class<?>[] signature, @Nullable String message, @Nullable Throwable cause) {
    @Nullable Object[] arguments = new Object[signature.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] =
          signature[i] == Throwable.class
              ? cause
              : signature[i] == boolean.class ? (Object) true : message;
    }
    return arguments;
  }

  private static @Nullable String other(@Nullable String text, @Nullable String known) {
    return text == null || text.equals(known) ? null : text;
  }
}
