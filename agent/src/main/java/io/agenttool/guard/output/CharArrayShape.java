package io.agenttool.guard.output;

/** {@code char[]}. */
final class CharArrayShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.text(new String((char[]) value));
  }

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    String text = new String((char[]) value);
    String clean = rebuilding.text(text);
    return clean.equals(text) ? value : clean.toCharArray();
  }
}
