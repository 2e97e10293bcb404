package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/** How the values of one class are looked into and made again. Found by {@link Shapes}. */
interface Shape {

  /** Shows the parts of {@code value} to {@code inspection}. */
  void inspect(Object value, Inspection inspection) throws ReflectiveOperationException;

  /**
   * A value like {@code value} with its texts filtered; {@code value} itself where no part of it
   * changed.
   *
   * @param slot the type that the result must have
   * @return {@code null} where such a value cannot be made
   */
  @Nullable Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding)
      throws ReflectiveOperationException;

  /**
   * A value like {@code value} without its parts, for parts that lead back to it; {@link #rebuild}
   * then fills it, see {@link Rebuilding#begun}. {@code null} where such a value cannot be made.
   */
  default @Nullable Object blank(Object value, Class<?> slot) throws ReflectiveOperationException {
    return null;
  }
}
