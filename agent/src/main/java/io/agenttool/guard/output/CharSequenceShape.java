package io.agenttool.guard.output;

import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/** Text that is no String. */
final class CharSequenceShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    inspection.text(value.toString());
  }

  @Override
  @SuppressWarnings({"JdkObsolete", "UnnecessaryStringBuilder"}) // the value keeps its class
  public @Nullable Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    String text = value.toString();
    String clean = rebuilding.text(text);
    if (clean.equals(text)) {
      return value;
    }
    if (value instanceof StringBuilder) {
      return new StringBuilder(clean);
    }
    if (value instanceof StringBuffer) {
      return new StringBuffer(clean);
    }
    if (value instanceof CharBuffer) {
      return CharBuffer.wrap(clean);
    }
    return slot.isAssignableFrom(String.class) ? clean : null;
  }
}
