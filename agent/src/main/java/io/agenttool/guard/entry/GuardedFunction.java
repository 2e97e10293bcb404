package io.agenttool.guard.entry;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A tool's function between its framework and the application: goes through Guard as the body of a
 * woven method does.
 *
 * @param number that of the way into tools that it is
 * @param specification what the framework knows of the tool
 * @param function the application's
 * @param hook where its calls go through
 */
record GuardedFunction(
    int number, Object specification, BiFunction<Object, Object, Object> function, GuardHook hook)
    implements BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> {

  @Override
  public @Nullable Object apply(@Nullable Object context, @Nullable Object request) {
    Object[] arguments = {context, request};
    Object call = hook.enter(number, this, arguments);
    Object result = null;
    if (!hook.answered(call)) {
      try {
        result = function.apply(arguments[0], arguments[1]);
      } catch (Throwable e) {
        throw unchecked(hook.failed(call, e));
      }
    }
    return hook.returned(call, result);
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException exception
        ? exception
        : new UndeclaredThrowableException(thrown);
  }
}
