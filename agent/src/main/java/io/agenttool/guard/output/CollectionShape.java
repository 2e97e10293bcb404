package io.agenttool.guard.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists, sets, queues. */
final class CollectionShape implements Shape {
  @Override
  public void inspect(Object value, Inspection inspection) {
    int i = 0;
    for (Object element : (Collection<?>) value) {
      inspection.part(i++, element);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding) {
    List<@Nullable Object> copies = new ArrayList<>();
    boolean changed = false;
    for (@Nullable Object element : (Collection<?>) value) {
      Object copy = rebuilding.part(copies.size(), element, Object.class);
      changed |= copy != element;
      copies.add(copy);
    }
    Object begun = rebuilding.begun(value);
    if (begun != null) {
      ((Collection<@Nullable Object>) begun).addAll(copies);
      return begun;
    }
    if (!changed) {
      return value;
    }
    Collection<@Nullable Object> copy = Containers.emptyCollection(value);
    copy.addAll(copies);
    return Containers.sealed(copy, value);
  }

  @Override
  public Object blank(Object value, Class<?> slot) {
    return Containers.emptyCollection(value);
  }
}
