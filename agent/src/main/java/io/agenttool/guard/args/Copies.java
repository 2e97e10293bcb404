package io.agenttool.guard.args;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes containers and beans anew with other content; {@code null} where that cannot be done. */
final class Copies {
  private Copies() {}

  @SuppressWarnings("unchecked")
  static @Nullable Object map(Map<?, ?> original, List<Object[]> entries) {
    Map<@Nullable Object, @Nullable Object> copy;
    if (original instanceof SortedMap<?, ?> sorted) {
      copy = new TreeMap<>(((SortedMap<Object, Object>) sorted).comparator());
    } else if (original.getClass() == HashMap.class) {
      copy = new HashMap<>();
    } else {
      copy = new LinkedHashMap<>();
    }
    for (Object[] entry : entries) {
      copy.put(entry[0], entry[1]);
    }
    // Two keys that became one: something would be lost.
    return copy.size() == entries.size() ? copy : null;
  }

  @SuppressWarnings({"unchecked", "JdkObsolete"})
  static @Nullable Object elements(Collection<?> original, List<@Nullable Object> copies) {
    if (original instanceof SortedSet<?> sorted) {
      Set<Object> set = new TreeSet<>(((SortedSet<Object>) sorted).comparator());
      set.addAll(copies);
      return set;
    }
    if (original instanceof Set<?>) {
      return new LinkedHashSet<>(copies);
    }
    if (original instanceof LinkedList<?>) {
      return new LinkedList<>(copies);
    }
    if (original instanceof List<?>) {
      return copies;
    }
    if (original instanceof Deque<?> || original.getClass() == ArrayDeque.class) {
      return new ArrayDeque<>(copies);
    }
    return original instanceof Queue<?> ? null : new ArrayList<>(copies);
  }

  static @Nullable Object bean(
      Object bean, BeanShape shape, List<Field> changed, List<@Nullable Object> copies)
      throws IllegalAccessException, InstantiationException, InvocationTargetException {
    if (shape.constructor() == null) {
      return null;
    }
    if (bean.getClass().isRecord()) {
      RecordComponent[] components = bean.getClass().getRecordComponents();
      @Nullable Object[] arguments = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        arguments[i] = componentOf(bean, shape, components[i].getName(), changed, copies);
      }
      return shape.constructor().newInstance(arguments);
    }
    Object copy = shape.constructor().newInstance();
    for (Field field : shape.all()) {
      int index = changed.indexOf(field);
      Object value = index < 0 ? field.get(bean) : copies.get(index);
      if (!Modifier.isFinal(field.getModifiers())) {
        field.set(copy, value);
      } else if (index >= 0 || field.get(copy) != value) {
        return null;
      }
    }
    return copy;
  }

  private static @Nullable Object componentOf(
      Object bean, BeanShape shape, String name, List<Field> changed, List<@Nullable Object> copies)
      throws IllegalAccessException {
    for (Field field : shape.all()) {
      if (field.getName().equals(name)) {
        int index = changed.indexOf(field);
        return index < 0 ? field.get(bean) : copies.get(index);
      }
    }
    throw new IllegalAccessException(name);
  }
}
