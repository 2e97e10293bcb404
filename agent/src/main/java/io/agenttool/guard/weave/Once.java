package io.agenttool.guard.weave;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once, whoever asks. */
public final class Once<T> implements Supplier<T> {
  private @Nullable Supplier<T> maker;
  private @Nullable T value;

  /**
   * @param maker makes the value; may ask for it again on the same thread only after it is there
   */
  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (maker != null) {
      value = maker.get();
      maker = null;
    }
    if (value == null) {
      throw new IllegalStateException("asked for while it was being made");
    }
    return value;
  }
}
