package io.agenttool.guard.call;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Suspend functions of Kotlin, as their compiler makes them: a method takes one parameter more, a
 * {@code Continuation}, and returns its result, or a mark and hands the result to that later. Where
 * it waits more than once it is a state machine, which calls the method again at each resume, with
 * itself in that place and the sign of its {@code label} set.
 */
final class Suspension {
  private static final String CONTINUATION = "kotlin.coroutines.Continuation";
  private static final String MACHINE = "kotlin.coroutines.jvm.internal.BaseContinuationImpl";
  private static final String INTRINSICS = "kotlin.coroutines.intrinsics.IntrinsicsKt";
  private static final String FAILURE = "kotlin.Result$Failure";
  private static final String RESULTS = "kotlin.ResultKt";

  private Suspension() {}

  /** Whether a method returned the mark that says that its result comes later. */
  static boolean isMark(@Nullable Object result) {
    return result instanceof Enum<?> mark
        && mark.name().equals("COROUTINE_SUSPENDED")
        && mark.getDeclaringClass()
            .getName()
            .equals("kotlin.coroutines.intrinsics.CoroutineSingletons");
  }

  /**
   * Whether a method is called again, and not anew: what the compiler's own code at its beginning
   * asks.
   *
   * @param machine the binary name of the class of its state machine
   */
  static boolean resumes(String machine, @Nullable Object[] arguments) {
    Object last = arguments[arguments.length - 1];
    if (last == null || !last.getClass().getName().equals(machine)) {
      return false;
    }
    try {
      Field label = last.getClass().getDeclaredField("label");
      label.setAccessible(true);
      return label.getInt(last) < 0;
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new Denied("guard.suspend", "its resume cannot be told from a new call: " + e);
    }
  }

  /** The passage of the call that is resumed; {@code null} where it has none. */
  static @Nullable Passage passage(@Nullable Object[] arguments) {
    try {
      Chain machine = Chain.on(Objects.requireNonNull(arguments[arguments.length - 1]), MACHINE);
      Object completion = machine.call("getCompletion").value();
      return completion != null
              && Proxy.isProxyClass(completion.getClass())
              && Proxy.getInvocationHandler(completion) instanceof Awaited awaited
          ? awaited.passage
          : null;
    } catch (ReflectiveOperationException e) {
      throw new Denied("guard.suspend", "its resume cannot be told from a new call: " + e);
    }
  }

  /**
   * Puts in the place of the continuation one that filters what comes.
   *
   * @param arguments the method's own
   * @param arrival filters and records it
   */
  static void await(@Nullable Object[] arguments, Passage passage, Arrival arrival) {
    int last = arguments.length - 1;
    Object target = arguments[last];
    Class<?> type = target == null ? null : Deferred.above(target.getClass(), CONTINUATION);
    if (target == null || type == null) {
      throw new Denied("guard.suspend", "it was called without a continuation");
    }
    arguments[last] =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            new Awaited(new Chain(type, target), passage, arrival));
  }

  /** A continuation between a tool and its caller. */
  private static final class Awaited implements java.lang.reflect.InvocationHandler {
    final Passage passage;
    private final Chain target;
    private final Arrival arrival;

    Awaited(Chain target, Passage passage, Arrival arrival) {
      this.target = target;
      this.passage = passage;
      this.arrival = arrival;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] given)
        throws Throwable {
      try {
        return switch (method.getName()) {
          case "getContext" -> target.call("getContext").value();
          case "resumeWith" -> resume(given[0]);
          case "equals" -> proxy == given[0];
          case "hashCode" -> System.identityHashCode(proxy);
          default -> "Guard before " + target.value();
        };
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      }
    }

    private @Nullable Object resume(@Nullable Object result) throws ReflectiveOperationException {
      Object filtered;
      if (result != null && result.getClass().getName().equals(FAILURE)) {
        Field exception = result.getClass().getField("exception");
        filtered = failed(arrival.failure((Throwable) exception.get(result)));
      } else {
        filtered = arrived(result);
      }
      // Where the caller's dispatcher wants it: this is no continuation that would be sent there.
      Method resumeWith = target.type().getMethod("resumeWith", Object.class);
      resumeWith.invoke(intercepted(), filtered);
      return null;
    }

    private @Nullable Object arrived(@Nullable Object result) throws ReflectiveOperationException {
      try {
        return arrival.value(result);
      } catch (RuntimeException refusal) {
        return failed(refusal);
      }
    }

    private Object failed(Throwable thrown) throws ReflectiveOperationException {
      return library(RESULTS, "createFailure", Throwable.class, thrown);
    }

    private Object intercepted() throws ReflectiveOperationException {
      return library(INTRINSICS, "intercepted", target.type(), target.value());
    }

    private Object library(String className, String name, Class<?> type, @Nullable Object argument)
        throws ReflectiveOperationException {
      Method method =
          Class.forName(className, true, target.type().getClassLoader()).getMethod(name, type);
      // The parts that Kotlin's compiler makes of such a class are not public.
      method.setAccessible(true);
      return Objects.requireNonNull(method.invoke(null, argument));
    }
  }
}
