package io.agenttool.guard.output;

import io.agenttool.guard.call.Denied;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for secrets through one value, changing nothing; knows where it is. */
final class Inspection implements Tally {
  private static final int DEEPEST = 200;
  private static final int MOST_PARTS = 1_000_000;

  /**
   * A rule that found something.
   *
   * @param rule {@code secret.aws-access-key}
   * @param where {@code result.notes[3]}
   */
  record Place(String rule, String where) {}

  private final TextFilter filter;

  /** Where texts go that are looked at together; {@code null} where each is by itself. */
  private final @Nullable TextBatch batch;

  private final Path path;
  private final Map<Place, Integer> places = new LinkedHashMap<>();
  private @Nullable Set<Object> seen;
  private int parts;
  private boolean pending;

  /**
   * @param root what the value itself is called: {@code result}
   */
  Inspection(TextFilter filter, String root) {
    this(filter, root, null);
  }

  private Inspection(TextFilter filter, String root, @Nullable TextBatch batch) {
    this.filter = filter;
    this.path = new Path(root);
    this.batch = batch;
  }

  /**
   * The inspection of {@code value}: at first only for whether there is anything, since mostly
   * there is not.
   *
   * @param root what the value itself is called: {@code result}
   */
  static Inspection of(TextFilter filter, String root, Object value) {
    TextBatch batch = TextBatch.of(filter);
    try {
      Inspection quick = new Inspection(filter, root, batch);
      quick.part(value);
      if (batch.isClean()) {
        return quick;
      }
    } finally {
      batch.close();
    }
    Inspection thorough = new Inspection(filter, root);
    thorough.part(value);
    return thorough;
  }

  /** What was found, and how often. */
  Map<Place, Integer> places() {
    return places;
  }

  /** Whether the value has to be made again: it holds a secret, or something yet to come. */
  boolean dirty() {
    return pending || !places.isEmpty();
  }

  /** Where the inspection is. */
  Path path() {
    return path;
  }

  /** Something in here comes later, and is filtered when it does. */
  void pending() {
    pending = true;
  }

  /** Looks at a text. */
  void text(String text) {
    if (batch == null) {
      filter.clean(text, this);
    } else {
      batch.add(text);
    }
  }

  private void text(String name, String text) {
    if (batch == null) {
      filter.clean(name, text, this);
    } else {
      batch.add(name, text);
    }
  }

  @Override
  public void found(String rule) {
    places.merge(new Place(rule, path.toString()), 1, Integer::sum);
  }

  /** Looks at a field, a component, a property. */
  void part(String name, @Nullable Object value) {
    if (value == null) {
      return;
    }
    path.push(name);
    if (value instanceof String text) {
      text(name, text);
    } else {
      part(value);
    }
    path.pop();
  }

  /** Looks at the value of a map's entry. */
  void entry(@Nullable Object key, @Nullable Object value) {
    // a key may be a secret itself: only what is a name becomes a part of the path
    part(Path.isName(key) ? String.valueOf(key) : "(value)", value);
  }

  /** Looks at an element. */
  void part(int index, @Nullable Object value) {
    path.push(index);
    part(value);
    path.pop();
  }

  /** Looks at something that needs no step of the path. */
  void part(@Nullable Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof String text) {
      text(text);
      return;
    }
    Shape shape = Shapes.of(value.getClass());
    if (shape == Shapes.LEAF || !first(value)) {
      return;
    }
    if (++parts > MOST_PARTS || path.depth() > DEEPEST) {
      throw new Denied(
          "output.size",
          "the result is too "
              + (parts > MOST_PARTS ? "large" : "deep")
              + " to be"
              + " checked for secrets, at "
              + path);
    }
    try {
      shape.inspect(value, this);
    } catch (ReflectiveOperationException e) {
      throw new Denied("output.unreadable", path + " cannot be checked for secrets");
    }
  }

  private boolean first(Object value) {
    if (seen == null) {
      seen = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    return seen.add(value);
  }
}
