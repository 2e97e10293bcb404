package io.agenttool.guard.weave;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * Tools in hidden classes (JEP 371). The JVM shows these to no transformer and lets none change
 * them: what can be done about such a tool is to say that it is there.
 */
public final class HiddenTools {
  private final Set<String> annotations = new HashSet<>();
  private final MethodRules rules;

  /**
   * @param ownAnnotations the names of annotations that declare tools, on top of those known
   * @param rules the methods that are tools without any
   */
  public HiddenTools(List<String> ownAnnotations, MethodRules rules) {
    this.annotations.addAll(ownAnnotations);
    this.rules = rules;
    for (Framework framework : Framework.ALL) {
      String descriptor = framework.annotation();
      annotations.add(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
    }
  }

  /**
   * Whether a loaded class declares or inherits a tool. Not for transformers: it may load what the
   * class's methods name.
   */
  public boolean areIn(Class<?> type) {
    try {
      for (Method method : type.getDeclaredMethods()) {
        if (isTool(type, method)) {
          return true;
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

  private boolean isTool(Class<?> type, Method method) {
    for (Annotation annotation : method.getDeclaredAnnotations()) {
      if (annotations.contains(annotation.annotationType().getName())) {
        return true;
      }
    }
    // A hidden class is named a.b.C/0x1234.
    String name = type.getName().split("/", 2)[0].replace('.', '/');
    return rules.mayBeIn(name)
        && rules.of(name, method.getModifiers(), method.getName(), Type.getMethodDescriptor(method))
            != null;
  }
}
