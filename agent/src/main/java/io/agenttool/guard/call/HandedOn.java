package io.agenttool.guard.call;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a tool that are handed on to another method of the same tool: by a proxy to its target,
 * by an overriding method to the one that it overrides. Both methods are woven, as nothing says
 * that the first will call the second; but the second joins the first's call where there is nothing
 * left to check.
 */
final class HandedOn {
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double");

  private HandedOn() {}

  /**
   * Whether what arrives in {@code inner} is {@code outer} on its way further in; notes so.
   *
   * @param outer the call whose body the thread is in
   * @param self what {@code inner} is called on
   * @param arguments the arguments that arrive; only the very values that {@code outer} let through
   *     join it
   */
  static boolean joins(
      Passage outer, GuardedTool inner, @Nullable Object self, @Nullable Object[] arguments) {
    if (outer.isJoined()
        || outer.opening() != null
        || self == null
        || !isSameTool(outer.guarded(), inner)
        || !areSame(inner.tool().types(), outer.call().arguments(), arguments)) {
      return false;
    }
    try {
      if (!isFurtherIn(outer, inner.tool().method(), self)) {
        return false;
      }
    } catch (Denied e) {
      // Methods of hidden classes cannot be looked up: that is a call of its own.
      return false;
    }
    outer.join();
    return true;
  }

  /** Of two methods: a method that calls itself begins a call each time. */
  private static boolean isSameTool(GuardedTool outer, GuardedTool inner) {
    Tool one = outer.tool();
    Tool other = inner.tool();
    return one != other
        && inner.refusal() == null
        && inner.mode() == outer.mode()
        && !other.suspends()
        && one.methodName().equals(other.methodName())
        && one.name().equals(other.name())
        && one.types().equals(other.types())
        && one.parameters().equals(other.parameters())
        && one.policy().equals(other.policy());
  }

  private static boolean areSame(
      List<String> types, @Nullable Object[] checked, @Nullable Object[] arriving) {
    for (int i = 0; i < arriving.length; i++) {
      Object one = checked[i];
      Object other = arriving[i];
      boolean isPrimitive = PRIMITIVES.contains(types.get(i));
      if (one != other && !(isPrimitive && one != null && one.equals(other))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFurtherIn(Passage outer, Method inner, Object self) {
    Object first = outer.call().self();
    if (first == null) {
      return false;
    }
    Class<?> overriding = outer.guarded().tool().method().getDeclaringClass();
    Class<?> overridden = inner.getDeclaringClass();
    return overridden != overriding
        && (overridden.isAssignableFrom(overriding)
            || (Proxy.isProxyClass(overriding) && isImplementedByBoth(overriding, inner, self)));
  }

  private static boolean isImplementedByBoth(Class<?> proxy, Method inner, Object target) {
    for (Class<?> type : proxy.getInterfaces()) {
      if (type.isInstance(target)) {
        try {
          type.getMethod(inner.getName(), inner.getParameterTypes());
          return true;
        } catch (NoSuchMethodException e) {
          // Another of its interfaces may have it.
        }
      }
    }
    return false;
  }
}
