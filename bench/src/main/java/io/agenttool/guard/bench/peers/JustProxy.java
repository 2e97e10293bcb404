package io.agenttool.guard.bench.peers;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A JDK dynamic proxy around a call, that does nothing but pass it on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JustProxy {
  private final Counting counting =
      (Counting)
          Proxy.newProxyInstance(
              Counting.class.getClassLoader(),
              new Class<?>[] {Counting.class},
              new PassOn(number -> number));
  private int number = 42;

  @Benchmark
  public int count() {
    return counting.count(number);
  }

  /** The tool's interface. */
  public interface Counting {
    int count(int number);
  }

  private record PassOn(Counting target) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      return method.invoke(target, arguments);
    }
  }
}
