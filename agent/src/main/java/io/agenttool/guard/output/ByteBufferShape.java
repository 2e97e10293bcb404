package io.agenttool.guard.output;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/** What is left to read of a {@link ByteBuffer}. */
final class ByteBufferShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    byte[] bytes = bytes(value);
    inspection.text(new String(bytes, Encodings.of(bytes)));
  }

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    byte[] bytes = bytes(value);
    Charset encoding = Encodings.of(bytes);
    String text = new String(bytes, encoding);
    String clean = rebuilding.text(text);
    return clean.equals(text) ? value : ByteBuffer.wrap(clean.getBytes(encoding));
  }

  private static byte[] bytes(Object value) {
    ByteBuffer view = ((ByteBuffer) value).duplicate();
    byte[] bytes = new byte[view.remaining()];
    view.get(bytes);
    return bytes;
  }
}
