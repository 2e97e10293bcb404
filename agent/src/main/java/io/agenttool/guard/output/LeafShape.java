package io.agenttool.guard.output;

/** Values without text: numbers, dates. */
final class LeafShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {}

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    return value;
  }
}
