package io.agenttool.guard.evidence;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractQueue;
import java.util.AbstractSequentialList;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that make up an object of the application. */
final class Fields {

  /** Classes of the JDK that keep no state of their own: a subclass is the sum of its fields. */
  private static final Set<Class<?>> STATELESS =
      Set.of(
          Object.class,
          Record.class,
          Number.class,
          AbstractCollection.class,
          AbstractList.class,
          AbstractSequentialList.class,
          AbstractSet.class,
          AbstractQueue.class,
          AbstractMap.class);

  /** Either the list or, where the class cannot be read, {@link Unreadable}. */
  private static final ClassValue<Object> known =
      new ClassValue<>() {
        @Override
        protected Object computeValue(Class<?> type) {
          return find(type);
        }
      };

  private enum Unreadable {
    YES
  }

  private Fields() {}

  /** Whether the class came with the Java runtime, so that asking it runs no application code. */
  static boolean isOfTheJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /**
   * All fields but static and transient ones, superclasses first, made accessible; {@code null}
   * where some of the state is out of reach: in a module that is not open, or in a superclass of
   * the JDK.
   */
  @SuppressWarnings("unchecked")
  static @Nullable List<Field> of(Class<?> type) {
    Object found = known.get(type);
    return found == Unreadable.YES ? null : (List<Field>) found;
  }

  private static Object find(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    Class<?> at = type;
    try {
      while (at != null && !isOfTheJdk(at)) {
        int place = 0;
        for (Field field : at.getDeclaredFields()) {
          if (Modifier.isStatic(field.getModifiers())
              || Modifier.isTransient(field.getModifiers())) {
            continue;
          }
          if (!field.trySetAccessible()) {
            return Unreadable.YES;
          }
          fields.add(place++, field);
        }
        at = at.getSuperclass();
      }
    } catch (LinkageError missing) {
      return Unreadable.YES;
    }
    return at == null || STATELESS.contains(at) ? List.copyOf(fields) : Unreadable.YES;
  }
}
