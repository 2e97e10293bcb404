package io.agenttool.guard.entry;

import io.agenttool.guard.call.Handing;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Hands out a tool's function with Guard before it.
 *
 * @param number that of the way into tools that its calls are
 */
public record HandedFunction(int number) implements Handing {
  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object handed(Object self, @Nullable Object function, GuardHook hook) {
    return function == null || function instanceof GuardedFunction
        ? function
        : new GuardedFunction(number, self, (BiFunction<Object, Object, Object>) function, hook);
  }
}
