package io.agenttool.guard.output;

import java.nio.charset.Charset;

/** {@code byte[]} that is text, or has text in it. */
final class ByteArrayShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    byte[] bytes = (byte[]) value;
    inspection.text(new String(bytes, Encodings.of(bytes)));
  }

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    byte[] bytes = (byte[]) value;
    Charset encoding = Encodings.of(bytes);
    String text = new String(bytes, encoding);
    String clean = rebuilding.text(text);
    return clean.equals(text) ? value : clean.getBytes(encoding);
  }
}
