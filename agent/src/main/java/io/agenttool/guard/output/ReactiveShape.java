package io.agenttool.guard.output;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishers of frameworks, known by name: their own operators do the filtering, so that the result
 * is of the type that the tool declares.
 *
 * @param type the framework's class
 * @param map its operator over elements
 * @param mapFailure its operator over failures
 * @param many whether it has more than one element
 */
record ReactiveShape(Class<?> type, String map, String mapFailure, boolean many) implements Shape {

  private record Row(String type, String map, String mapFailure, boolean many) {}

  private static final List<Row> TABLE =
      List.of(
          new Row("reactor.core.publisher.Flux", "map", "onErrorMap", true),
          new Row("reactor.core.publisher.Mono", "map", "onErrorMap", false),
          new Row("io.smallrye.mutiny.Multi", "map", "", true),
          new Row("io.smallrye.mutiny.Uni", "map", "", false),
          new Row("io.reactivex.rxjava3.core.Flowable", "map", "", true),
          new Row("io.reactivex.rxjava3.core.Observable", "map", "", true),
          new Row("io.reactivex.rxjava3.core.Single", "map", "", false),
          new Row("io.reactivex.rxjava3.core.Maybe", "map", "", false),
          new Row("kotlinx.coroutines.flow.Flow", "", "", true));

  /** The shape of {@code type}, where it or a supertype is such a class; {@code null} for none. */
  static @Nullable Shape of(Class<?> type) {
    for (Row row : TABLE) {
      Class<?> known = ByName.supertype(type, row.type());
      if (known != null) {
        return new ReactiveShape(known, row.map(), row.mapFailure(), row.many());
      }
    }
    return null;
  }

  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.pending();
  }

  @Override
  public @Nullable Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding)
      throws ReflectiveOperationException {
    Supplier<Consumption> later = rebuilding.later();
    if (map.isEmpty()) {
      return null; // cannot be filtered, and so does not leave
    }
    // before what refuses: a refusal stays as it is
    Object source =
        mapFailure.isEmpty()
            ? value
            : call(value, mapFailure, thrown -> later.get().failure((Throwable) thrown));
    return type.getName().equals("reactor.core.publisher.Flux")
        ? flux(source, later)
        : call(source, map, element -> element(later.get(), element));
  }

  private static @Nullable Object element(Consumption consumption, @Nullable Object element) {
    Object clean = consumption.element(element);
    consumption.end();
    return clean;
  }

  /** Reactor's Flux: each subscription has its own memory of the texts before, and flushes it. */
  private Object flux(Object value, Supplier<Consumption> later)
      throws ReflectiveOperationException {
    return call(
        value,
        "transformDeferred",
        flux -> {
          Pieces pieces = new Pieces(later.get());
          try {
            Object mapped = call(flux, "map", pieces::next);
            Supplier<Object> rest = () -> rest(pieces);
            Object last = type.getMethod("defer", Supplier.class).invoke(null, rest);
            Class<?> publisher =
                Class.forName("org.reactivestreams.Publisher", false, type.getClassLoader());
            Object whole = type.getMethod("concatWith", publisher).invoke(mapped, last);
            Runnable stop = pieces::stop;
            return type.getMethod("doOnCancel", Runnable.class).invoke(whole, stop);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Reactor's Flux cannot be filtered", e);
          }
        });
  }

  private Object rest(Pieces pieces) {
    String rest = pieces.rest();
    try {
      return rest == null
          ? type.getMethod("empty").invoke(null)
          : type.getMethod("just", Object.class).invoke(null, rest);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Reactor's Flux cannot be filtered", e);
    }
  }

  /** Calls an operator that takes a function, the JDK's or the framework's own. */
  private Object call(Object value, String operator, Function<Object, @Nullable Object> function)
      throws ReflectiveOperationException {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(operator) && method.getParameterCount() == 1) {
        Class<?> wanted = method.getParameterTypes()[0];
        if (wanted == Function.class) {
          return method.invoke(value, function);
        }
        if (wanted.isInterface() && wanted.getSimpleName().equals("Function")) {
          Object proxy =
              Proxy.newProxyInstance(
                  wanted.getClassLoader(),
                  new Class<?>[] {wanted},
                  (self, called, arguments) ->
                      called.getName().equals("apply")
                          ? function.apply(arguments[0])
                          : called.getName().equals("equals")
                              ? self == arguments[0]
                              : called.getName().equals("hashCode")
                                  ? System.identityHashCode(self)
                                  : "Guard's filter");
          return method.invoke(value, proxy);
        }
      }
    }
    throw new NoSuchMethodException(type.getName() + "." + operator);
  }
}
