package io.agenttool.guard.call;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a library that Guard has no dependency on, one on what the other returned, as its own
 * users would write them.
 *
 * @param type the public type that the next method is looked up in
 * @param value what it is called on; {@code null} for static methods
 */
public record Chain(Class<?> type, @Nullable Object value) {
  /** By method name and the classes of the arguments; held by the library's class itself. */
  private static final ClassValue<Map<String, Method>> FOUND =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** Starts with an object of a public class. */
  public static Chain on(@Nullable Object value) {
    return new Chain(Objects.requireNonNull(value, "nothing to call").getClass(), value);
  }

  /** Starts with an object by the public class or interface of this name above its own. */
  public static Chain on(Object value, String typeName) {
    Class<?> type = Deferred.above(value.getClass(), typeName);
    return new Chain(type == null ? value.getClass() : type, value);
  }

  /**
   * Calls a method.
   *
   * @param arguments objects of the library, or {@link Function} and {@link Runnable} for whatever
   *     functional interface the library has in that place
   * @throws ReflectiveOperationException where this version of the library has no such method, or
   *     it throws
   */
  public Chain call(String name, Object... arguments) throws ReflectiveOperationException {
    StringBuilder key = new StringBuilder(name);
    for (Object argument : arguments) {
      key.append(' ').append(kind(argument));
    }
    Method method = FOUND.get(type).get(key.toString());
    if (method == null) {
      method = find(name, arguments);
      FOUND.get(type).put(key.toString(), method);
    }
    Object[] adapted = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      adapted[i] = adapt(arguments[i], method.getParameterTypes()[i]);
    }
    Object result = method.invoke(value, adapted);
    return new Chain(method.getReturnType(), result);
  }

  private static String kind(Object argument) {
    return argument instanceof Function
        ? "function"
        : argument instanceof Runnable
            ? "runnable"
            : argument instanceof Throwable ? "throwable" : argument.getClass().getName();
  }

  private Method find(String name, Object... arguments) throws NoSuchMethodException {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)
          && Modifier.isStatic(method.getModifiers()) == (value == null)
          && !method.isBridge()
          && fits(method.getParameterTypes(), arguments)) {
        return method;
      }
    }
    throw new NoSuchMethodException(type.getName() + "." + name);
  }

  private static boolean fits(Class<?>[] wanted, Object... arguments) {
    if (wanted.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].isInstance(arguments[i])
          && !isBoxOf(wanted[i], arguments[i])
          && !isFunctional(wanted[i], arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBoxOf(Class<?> wanted, Object argument) {
    return wanted == boolean.class && argument instanceof Boolean;
  }

  private static boolean isFunctional(Class<?> wanted, Object argument) {
    String name = wanted.getSimpleName();
    return wanted.isInterface()
        && (argument instanceof Function ? name.equals("Function") : name.equals("Action"))
        && (argument instanceof Function || argument instanceof Runnable);
  }

  @SuppressWarnings("unchecked")
  private static Object adapt(Object argument, Class<?> wanted) {
    if (wanted.isInstance(argument) || isBoxOf(wanted, argument)) {
      return argument;
    }
    return Proxy.newProxyInstance(
        wanted.getClassLoader(),
        new Class<?>[] {wanted},
        (proxy, method, given) -> {
          if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
              case "equals" -> proxy == given[0];
              case "hashCode" -> System.identityHashCode(proxy);
              default -> "Guard";
            };
          }
          if (argument instanceof Runnable action) {
            action.run();
            return null;
          }
          return ((Function<Object, Object>) argument).apply(given[0]);
        });
  }
}
