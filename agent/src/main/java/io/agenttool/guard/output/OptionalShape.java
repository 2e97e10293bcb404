package io.agenttool.guard.output;

import java.util.Optional;

/** {@link Optional}. */
final class OptionalShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.part(((Optional<?>) value).orElse(null));
  }

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    Object part = ((Optional<?>) value).orElse(null);
    Object copy = rebuilding.part(part, Object.class);
    return copy == part ? value : Optional.ofNullable(copy);
  }
}
