package io.agenttool.guard.output;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Empty collections and maps like given ones. */
final class Containers {
  private Containers() {}

  /** An empty collection of the class of {@code like}, else of its nearest interface. */
  static Collection<@Nullable Object> emptyCollection(Object like) {
    Object same = made(like.getClass());
    if (same instanceof Collection<?> && !(like instanceof SortedSet<?>)) {
      return cast(same);
    }
    if (like instanceof PriorityQueue<?> queue) {
      return cast(new PriorityQueue<>(queue.comparator()));
    }
    if (like instanceof SortedSet<?> set) {
      return cast(new TreeSet<>(set.comparator()));
    }
    if (like instanceof Set<?>) {
      return new LinkedHashSet<>();
    }
    return like instanceof Queue<?> ? cast(new ArrayDeque<>()) : new ArrayList<>();
  }

  /** {@code filled}, as unchangeable as {@code like} is. */
  static Collection<@Nullable Object> sealed(Collection<@Nullable Object> filled, Object like) {
    if (filled.getClass() == like.getClass() || made(like.getClass()) != null) {
      return filled;
    }
    if (filled instanceof List<@Nullable Object> list) {
      return like.getClass().getName().equals("java.util.Arrays$ArrayList")
          ? list
          : Collections.unmodifiableList(list);
    }
    if (filled instanceof NavigableSet<@Nullable Object> set) {
      return Collections.unmodifiableNavigableSet(set);
    }
    return filled instanceof Set<@Nullable Object> set ? Collections.unmodifiableSet(set) : filled;
  }

  /** An empty map of the class of {@code like}, else of its nearest interface. */
  static Map<@Nullable Object, @Nullable Object> emptyMap(Object like) {
    Object same = made(like.getClass());
    if (same instanceof Map<?, ?> && !(like instanceof SortedMap<?, ?>)) {
      return castMap(same);
    }
    if (like instanceof SortedMap<?, ?> map) {
      return castMap(new TreeMap<>(map.comparator()));
    }
    return new LinkedHashMap<>();
  }

  /** {@code filled}, as unchangeable as {@code like} is. */
  static Map<@Nullable Object, @Nullable Object> sealed(
      Map<@Nullable Object, @Nullable Object> filled, Object like) {
    if (filled.getClass() == like.getClass() || made(like.getClass()) != null) {
      return filled;
    }
    return filled instanceof NavigableMap<@Nullable Object, @Nullable Object> map
        ? Collections.unmodifiableNavigableMap(map)
        : Collections.unmodifiableMap(filled);
  }

  /** A new one, where the JDK's class has a public constructor without arguments. */
  private static @Nullable Object made(Class<?> type) {
    if (!Shapes.isPlatform(type)) {
      return null;
    }
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  private static Collection<@Nullable Object> cast(Object made) {
    return (Collection<@Nullable Object>) made;
  }

  @SuppressWarnings("unchecked")
  private static Map<@Nullable Object, @Nullable Object> castMap(Object made) {
    return (Map<@Nullable Object, @Nullable Object>) made;
  }
}
