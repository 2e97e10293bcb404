package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/**
 * Values that nobody can look into, such as the JDK's own: known by what they say of themselves.
 */
final class OpaqueShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.text(String.valueOf(value));
  }

  @Override
  public @Nullable Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    String text = String.valueOf(value);
    return rebuilding.text(text).equals(text) ? value : null;
  }
}
