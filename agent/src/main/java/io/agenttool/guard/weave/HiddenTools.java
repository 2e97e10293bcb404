package io.agenttool.guard.weave;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tools in hidden classes (JEP 371). The JVM shows these to no transformer and lets none change
 * them: what can be done about such a tool is to say that it is there.
 */
public final class HiddenTools {
  private static final Set<String> ANNOTATIONS =
      Framework.ALL.stream()
          .map(framework -> framework.annotation())
          .map(descriptor -> descriptor.substring(1, descriptor.length() - 1).replace('/', '.'))
          .collect(Collectors.toUnmodifiableSet());

  private HiddenTools() {}

  /**
   * Whether a loaded class declares or inherits a tool. Not for transformers: it may load what the
   * class's methods name.
   */
  public static boolean areIn(Class<?> type) {
    try {
      for (Method method : type.getDeclaredMethods()) {
        for (Annotation annotation : method.getDeclaredAnnotations()) {
          if (ANNOTATIONS.contains(annotation.annotationType().getName())) {
            return true;
          }
        }
      }
      for (Class<?> above : type.getInterfaces()) {
        if (areIn(above)) {
          return true;
        }
      }
      Class<?> superclass = type.getSuperclass();
      return superclass != null && superclass.getClassLoader() != null && areIn(superclass);
    } catch (LinkageError | TypeNotPresentException e) {
      // A class that cannot be linked cannot be called either.
      return false;
    }
  }
}
