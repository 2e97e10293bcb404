package io.agenttool.guard.weave;

import io.agenttool.guard.settings.Mode;
import io.agenttool.guard.settings.ToolPolicy;
import io.agenttool.guard.settings.Ungoverned;
import org.jspecify.annotations.Nullable;

/**
 * Why a tool cannot be governed fully.
 *
 * @param why for the refusal and the ledger
 * @param rule of its refusal
 * @param weavable whether its calls can go through Guard nevertheless
 */
record Shortfall(String why, String rule, boolean weavable) {

  /** Of a tool; {@code null} where nothing is short. */
  static @Nullable Shortfall of(ToolMethod method, ToolPolicy policy) {
    if (method.isNative()) {
      return new Shortfall("a native method has no body to weave", "guard.unwoven", false);
    }
    String opaque = OpaqueResults.in(method.result());
    // In a container its own result never comes about.
    if (opaque == null || policy.sandbox() != null) {
      return null;
    }
    String why = "its result is " + opaque + ", which cannot be filtered";
    return new Shortfall(why, "guard.ungoverned", true);
  }

  /** Whether such a tool may run: who has the say wants it, or nothing is to be stopped at all. */
  static boolean mayRun(ToolPolicy policy, Mode mode) {
    return policy.ungoverned() == Ungoverned.WARN || mode == Mode.MONITOR;
  }
}
