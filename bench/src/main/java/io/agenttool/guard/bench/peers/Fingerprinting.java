package io.agenttool.guard.bench.peers;

import io.agenttool.guard.bench.calls.Fork;
import io.agenttool.guard.bench.calls.Texts;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The digest that an approval is bound to, by Guard's own class: a whole confirmed call would
 * measure how fast a person is.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Fingerprinting {
  private static final MethodHandle FINGERPRINT = find();
  private static final int MOST_PARTS = 1_000_000;

  private Object call =
      new Object[] {
        new byte[16], "delete_rows", "a tool", new Object[] {"customers", 7L, Texts.prose(1000)}
      };

  private static MethodHandle find() {
    try {
      Class<?> type =
          new GuardJarClasses(Fork.guardJar()).loadClass("io.agenttool.guard.evidence.Fingerprint");
      return MethodHandles.publicLookup()
          .findStatic(type, "of", MethodType.methodType(type, Object.class, int.class))
          .asType(MethodType.methodType(Object.class, Object.class, int.class));
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  public Object fingerprint() throws Throwable {
    return (Object) FINGERPRINT.invokeExact(call, MOST_PARTS);
  }
}
