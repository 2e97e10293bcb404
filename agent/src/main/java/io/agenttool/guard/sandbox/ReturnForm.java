package io.agenttool.guard.sandbox;

import io.agenttool.guard.call.Denied;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * How an outcome becomes what a method returns; compiled once for a method.
 *
 * @param later whether the method returns a {@link CompletableFuture} of it
 * @param mapping makes the value
 */
record ReturnForm(boolean later, Mapping mapping) {

  /** Makes a value of an outcome. */
  interface Mapping {
    /**
     * The value.
     *
     * @throws ReflectiveOperationException where the application's type cannot be made
     */
    Object of(Execution execution) throws ReflectiveOperationException;
  }

  /**
   * The form of a method's return type: text; a map; a record or a bean with any of {@code
   * success}, {@code output}, {@code error} and {@code exitCode}; or a {@code CompletableFuture} or
   * {@code CompletionStage} of one of these.
   *
   * @throws Denied {@code sandbox.return} for any other type
   */
  static ReturnForm of(Method method) {
    Class<?> type = method.getReturnType();
    if (type != Object.class && type.isAssignableFrom(CompletableFuture.class)) {
      return new ReturnForm(true, mapping(argument(method.getGenericReturnType(), 0)));
    }
    return new ReturnForm(false, mapping(method.getGenericReturnType()));
  }

  /** The value that a caller of the method gets. */
  Object value(Execution execution) {
    try {
      return mapping.of(execution);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new Denied("sandbox.return", "the outcome cannot be returned: " + e);
    }
  }

  private static Mapping mapping(Type type) {
    Class<?> raw = raw(type);
    if (raw.isAssignableFrom(String.class)) {
      return ReturnForm::text;
    }
    if (raw.isAssignableFrom(LinkedHashMap.class)) {
      return map(type);
    }
    return raw.isRecord() ? RecordForm.of(raw) : BeanForm.of(raw);
  }

  /** Standard output; of code that failed also what a model needs to mend it. */
  private static String text(Execution execution) {
    if (execution.success()) {
      return execution.output();
    }
    StringBuilder text = new StringBuilder(execution.output());
    line(text).append(execution.error());
    return line(text)
        .append("[failed with exit code ")
        .append(execution.exitCode())
        .append(']')
        .toString();
  }

  private static StringBuilder line(StringBuilder text) {
    boolean within = text.length() > 0 && text.charAt(text.length() - 1) != '\n';
    return within ? text.append('\n') : text;
  }

  private static Mapping map(Type type) {
    if (type instanceof ParameterizedType) {
      Class<?> key = raw(argument(type, 0));
      Class<?> value = raw(argument(type, 1));
      if (key.isAssignableFrom(String.class) && value == String.class) {
        return execution -> {
          Map<String, Object> map = new LinkedHashMap<>();
          for (Part part : Part.values()) {
            map.put(part.key(), part.of(execution).toString());
          }
          return map;
        };
      }
      if (!key.isAssignableFrom(String.class) || value != Object.class) {
        throw unfit(type, "a map needs text as keys and Object or String as values");
      }
    }
    return execution -> {
      Map<String, Object> map = new LinkedHashMap<>();
      for (Part part : Part.values()) {
        map.put(part.key(), part.of(execution));
      }
      return map;
    };
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType known
        ? known.getActualTypeArguments()[index]
        : Object.class;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    if (type instanceof ParameterizedType known) {
      return raw(known.getRawType());
    }
    if (type instanceof WildcardType known) {
      return raw(known.getUpperBounds()[0]);
    }
    if (type instanceof TypeVariable<?> known) {
      return raw(known.getBounds()[0]);
    }
    throw unfit(type, "it is an array");
  }

  /** The denial of every call of a method with such a return type. */
  static Denied unfit(Type type, String why) {
    return new Denied(
        "sandbox.return",
        "the outcome of sandboxed code cannot be returned as "
            + type.getTypeName()
            + ": "
            + why
            + "; String, Map<String, Object>, a record or a bean with success, output, error or"
            + " exitCode, or a CompletableFuture of these would do");
  }
}
