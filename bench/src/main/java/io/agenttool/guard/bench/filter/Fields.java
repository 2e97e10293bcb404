package io.agenttool.guard.bench.filter;

import io.agenttool.guard.bench.calls.Texts;
import io.agenttool.guard.bench.calls.Wide;
import io.agenttool.guard.bench.peers.GuardJarClasses;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Values of 100 texts, 2.4 kB in all, and a page, looked through by Guard's filter without a tool
 * call: for secrets alone, and screened for orders to the model too, as is the standard.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Fields {
  private static final MethodHandle INSPECT = inspect(false);
  private static final MethodHandle SCREEN = inspect(true);

  private final List<String> list =
      Texts.shortOnes(100).stream()
          .map(text -> text.substring(0, Math.min(24, text.length())))
          .toList();
  private final Wide row = Wide.of(list);
  private final String page = Sample.PAGE.text();

  /** {@code Inspection.of(filter, "result", value)}: what the stage does with every result. */
  private static MethodHandle inspect(boolean screened) {
    try {
      GuardJarClasses guard = GuardJarClasses.here();
      Class<?> redactor = guard.loadClass("io.agenttool.guard.output.Redactor");
      Class<?> domains = guard.loadClass("io.agenttool.guard.output.Domains");
      Class<?> filter = guard.loadClass("io.agenttool.guard.output.TextFilter");
      Class<?> inspection = guard.loadClass("io.agenttool.guard.output.Inspection");
      Class<?> screening = guard.loadClass("io.agenttool.guard.output.Screening");
      Object screen =
          guard.loadClass("io.agenttool.guard.screen.Screen").getMethod("standard").invoke(null);
      Constructor<?> make = filter.getDeclaredConstructor(redactor, redactor, domains, screening);
      make.setAccessible(true);
      Constructor<?> screens = screening.getDeclaredConstructor(screen.getClass(), boolean.class);
      screens.setAccessible(true);
      Object standard =
          make.newInstance(
              redactor.getMethod("standard").invoke(null),
              null,
              null,
              screened ? screens.newInstance(screen, true) : null);
      Method of = inspection.getDeclaredMethod("of", filter, String.class, Object.class);
      of.setAccessible(true);
      return MethodHandles.insertArguments(
              MethodHandles.lookup().unreflect(of), 0, standard, "result")
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("no filter in this guard.jar", e);
    }
  }

  @Benchmark
  public Object list() throws Throwable {
    return (Object) INSPECT.invokeExact((Object) list);
  }

  @Benchmark
  public Object row() throws Throwable {
    return (Object) INSPECT.invokeExact((Object) row);
  }

  @Benchmark
  public Object listScreened() throws Throwable {
    return (Object) SCREEN.invokeExact((Object) list);
  }

  @Benchmark
  public Object rowScreened() throws Throwable {
    return (Object) SCREEN.invokeExact((Object) row);
  }

  @Benchmark
  public Object pageScreened() throws Throwable {
    return (Object) SCREEN.invokeExact((Object) page);
  }
}
