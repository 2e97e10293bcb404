package io.agenttool.guard.entry;

import io.agenttool.guard.call.Chain;
import io.agenttool.guard.call.GuardedTools;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an object of a framework's own leads to, where it is an adapter: a method, or another way
 * into tools. What leads to a tool that is guarded there is left to that.
 */
final class Target {
  /** The fields of the frameworks' own classes that hold what they call. */
  private static final Set<String> FIELDS =
      Set.of("methodToInvoke", "toolMethod", "func", "method", "callable");

  /** The fields that hold what an object wraps. */
  private static final Set<String> WRAPPED = Set.of("delegate", "delegateCallToolResult");

  /** The classes whose lambdas, as functions for tools, lead to another way in that is woven. */
  private static final Set<String> ADAPTERS =
      Set.of(
          "io.modelcontextprotocol.server.McpServerFeatures$AsyncToolSpecification",
          "io.modelcontextprotocol.server.McpStatelessServerFeatures$AsyncToolSpecification",
          "org.springframework.ai.mcp.McpToolUtils");

  private static final String KOTLIN = "kotlin.reflect.KFunction";
  private static final int DEPTH = 8;
  private static final ClassValue<List<Field>> LEADING = new Leading();

  private Target() {}

  /** Whether calls of an object are guarded where they lead to. */
  static boolean isGuarded(Object adapter, GuardedTools tools) {
    Object at = adapter;
    for (int i = 0; at != null && i < DEPTH; i++) {
      if (at instanceof GuardedFunction || isAdapter(at.getClass())) {
        return true;
      }
      Object target = field(at, FIELDS);
      Method method = target instanceof Method known ? known : kotlin(target);
      if (method != null) {
        return tools.guards(method);
      }
      at = field(at, WRAPPED);
    }
    return false;
  }

  /** The first of an object and those that it wraps whose class is of such a name. */
  static @Nullable Object unwrapped(Object adapter, Predicate<String> which) {
    Object at = adapter;
    for (int i = 0; at != null && i < DEPTH; i++) {
      if (which.test(at.getClass().getName())) {
        return at;
      }
      at = field(at, WRAPPED);
    }
    return null;
  }

  /** No application can define a hidden class in another's name, but from within its package. */
  private static boolean isAdapter(Class<?> type) {
    int lambda = type.getName().indexOf("$$Lambda");
    return lambda > 0 && type.isHidden() && ADAPTERS.contains(type.getName().substring(0, lambda));
  }

  private static @Nullable Method kotlin(@Nullable Object function) {
    if (function == null) {
      return null;
    }
    try {
      Class<?> type = Chain.on(function, KOTLIN).type();
      return type.getName().equals(KOTLIN)
          ? (Method)
              Class.forName("kotlin.reflect.jvm.ReflectJvmMapping", true, type.getClassLoader())
                  .getMethod("getJavaMethod", type)
                  .invoke(null, function)
          : null;
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return null;
    }
  }

  /** The value of the first of these fields that is not empty. */
  static @Nullable Object field(Object self, Set<String> names) {
    for (Field field : LEADING.get(self.getClass())) {
      if (names.contains(field.getName())) {
        try {
          Object value = field.get(self);
          if (value != null) {
            return value;
          }
        } catch (IllegalAccessException e) {
          // as if it were not there: then the call is guarded here
        }
      }
    }
    return null;
  }

  /** Found once a class: most have none, and are asked at each call. */
  private static final class Leading extends ClassValue<List<Field>> {
    @Override
    protected List<Field> computeValue(Class<?> type) {
      List<Field> leading = new ArrayList<>();
      for (Class<?> at = type; at != null; at = at.getSuperclass()) {
        for (Field field : at.getDeclaredFields()) {
          String name = field.getName();
          boolean known =
              FIELDS.contains(name) || WRAPPED.contains(name) || ServedTool.FIELDS.contains(name);
          if (known && !Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
            leading.add(field);
          }
        }
      }
      return List.copyOf(leading);
    }
  }
}
