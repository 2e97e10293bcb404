package io.agenttool.guard.output;

import io.agenttool.guard.call.Denied;
import java.util.IdentityHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a value again, with its texts filtered. What has nothing to filter stays the same. */
final class Rebuilding {
  /** The rule of a refusal because a value cannot be made again. */
  static final String RULE = "output.unredactable";

  private record Begun(Shape shape, Class<?> slot) {}

  private final TextFilter filter;
  private final Function<String, Consumption> consumptions;
  private final Path path;
  private final IdentityHashMap<Object, Object> made = new IdentityHashMap<>();

  /**
   * @param root what the value itself is called: {@code result}
   * @param consumptions for a place, what filters what is read there when the value has already
   *     been handed on
   */
  Rebuilding(TextFilter filter, String root, Function<String, Consumption> consumptions) {
    this.filter = filter;
    this.path = new Path(root);
    this.consumptions = consumptions;
  }

  /** What filters, each time anew, what is read at this place when the value has been handed on. */
  Supplier<Consumption> later() {
    String where = path.toString();
    return () -> consumptions.apply(where);
  }

  /** The filtered text. */
  String text(String text) {
    return filter.clean(text, null);
  }

  /**
   * The copy of {@code value} that its own parts already refer to and that is to be filled; {@code
   * null} where there is none.
   */
  @Nullable Object begun(Object value) {
    Object known = made.get(value);
    return known instanceof Begun ? null : known;
  }

  /** A field, a component, a property. */
  @Nullable Object part(String name, @Nullable Object value, Class<?> slot) {
    path.push(name);
    Object copy = value instanceof String text ? filter.clean(name, text, null) : part(value, slot);
    path.pop();
    return copy;
  }

  /** The value of a map's entry. */
  @Nullable Object entry(@Nullable Object key, @Nullable Object value) {
    return part(Path.isName(key) ? String.valueOf(key) : "(value)", value, Object.class);
  }

  /** An element. */
  @Nullable Object part(int index, @Nullable Object value, Class<?> slot) {
    path.push(index);
    Object copy = part(value, slot);
    path.pop();
    return copy;
  }

  /**
   * The filtered value.
   *
   * @param slot the type that the value must have where it goes
   * @throws Denied where it holds a secret and cannot be made again
   */
  @Nullable Object part(@Nullable Object value, Class<?> slot) {
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return text(text);
    }
    Shape shape = Shapes.of(value.getClass());
    if (shape == Shapes.LEAF) {
      return value;
    }
    try {
      Object known = made.get(value);
      if (known instanceof Begun begun) {
        known = begun.shape().blank(value, begun.slot());
        if (known == null) {
          throw unredactable(value);
        }
        made.put(value, known);
      }
      if (known != null) {
        return known;
      }
      made.put(value, new Begun(shape, slot));
      Object copy = shape.rebuild(value, slot, this);
      if (copy == null || !slot.isInstance(copy)) {
        throw unredactable(value);
      }
      made.put(value, copy);
      return copy;
    } catch (Denied e) {
      throw e;
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw unredactable(value);
    }
  }

  private Denied unredactable(Object value) {
    return new Denied(
        RULE,
        path
            + " holds a secret in a "
            + value.getClass().getName()
            + ", which cannot be made again"
            + " without it");
  }
}
