package io.agenttool.guard.entry;

import io.agenttool.guard.call.Chain;
import io.agenttool.guard.call.GuardedTools;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;
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
  private static @Nullable Object field(Object self, Set<String> names) {
    for (Class<?> type = self.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (names.contains(field.getName()) && field.trySetAccessible()) {
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
    }
    return null;
  }
}
