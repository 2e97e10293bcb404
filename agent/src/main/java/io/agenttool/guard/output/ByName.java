package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/** Classes of the application's libraries, which Guard never links to. */
final class ByName {
  private ByName() {}

  /** {@code type}, or the class or interface above it, of that name; {@code null} for none. */
  static @Nullable Class<?> supertype(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getName().equals(name)) {
        return each;
      }
      for (Class<?> parent : each.getInterfaces()) {
        Class<?> found = supertype(parent, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
