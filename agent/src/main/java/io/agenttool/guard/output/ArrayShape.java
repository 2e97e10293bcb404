package io.agenttool.guard.output;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Arrays of objects. */
record ArrayShape(Class<?> component) implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    Object[] elements = (Object[]) value;
    for (int i = 0; i < elements.length; i++) {
      inspection.part(i, elements[i]);
    }
  }

  @Override
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    @Nullable Object[] elements = (Object[]) value;
    @Nullable Object[] copies = elements.clone();
    boolean changed = false;
    for (int i = 0; i < elements.length; i++) {
      copies[i] = rebuilding.part(i, elements[i], component);
      changed |= copies[i] != elements[i];
    }
    Object begun = rebuilding.begun(value);
    if (begun != null) {
      System.arraycopy(copies, 0, begun, 0, copies.length);
      return begun;
    }
    return changed ? copies : value;
  }

  @Override
  public Object blank(Object value, Class<?> slot) {
    return Array.newInstance(component, ((Object[]) value).length);
  }
}
