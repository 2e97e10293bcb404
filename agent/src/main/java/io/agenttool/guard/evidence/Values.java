package io.agenttool.guard.evidence;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.chrono.ChronoLocalDate;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes an application's object apart, one level, without running the application's code: its own
 * classes are read by their fields, never by {@code toString}, getters or iterators; the JDK's are
 * asked. What is neither, such as a stream or a thread, is opaque.
 */
public final class Values {

  /** What an object is made of; one of these is called for each object. */
  public interface Parts {
    /** {@code null}. */
    void nothing() throws IOException;

    /** A boolean. */
    void flag(boolean value) throws IOException;

    /** A number of the JDK. */
    void number(Number value) throws IOException;

    /** Text: a string, a builder, a {@code char[]}. */
    void text(String value) throws IOException;

    /** Another value of the JDK, as text that no other value of its class has. */
    void leaf(Class<?> type, String value) throws IOException;

    /** Bytes. */
    void bytes(byte[] value) throws IOException;

    /** An array, a collection, an optional: at most {@link #limit} of its {@code size} items. */
    void items(Object container, List<@Nullable Object> items, int size) throws IOException;

    /** A map: at most {@link #limit} of its {@code size} entries, keys and values in turn. */
    void entries(Object container, List<@Nullable Object> keysAndValues, int size)
        throws IOException;

    /** An object of the application, by its fields that are neither static nor transient. */
    void fields(Object object, List<Field> fields) throws IOException;

    /** An object that cannot be looked into. */
    void opaque(Object object) throws IOException;

    /** The greatest number of items or entries to copy. */
    int limit();
  }

  /** Classes of the JDK whose text tells each value from every other. */
  private static final List<Class<?>> LEAVES =
      List.of(
          Character.class,
          AtomicBoolean.class,
          Temporal.class,
          TemporalAmount.class,
          ChronoLocalDate.class,
          ZoneId.class,
          UUID.class,
          URI.class,
          URL.class,
          File.class,
          Path.class,
          Locale.class,
          Currency.class,
          Charset.class,
          OptionalInt.class,
          OptionalLong.class,
          OptionalDouble.class);

  private Values() {}

  /** Calls the one method of {@code parts} that fits {@code value}. */
  public static void read(@Nullable Object value, Parts parts) throws IOException {
    if (value == null) {
      parts.nothing();
    } else if (value instanceof String text) {
      parts.text(text);
    } else if (value instanceof Boolean flag) {
      parts.flag(flag);
    } else if (value instanceof Enum<?> constant) {
      parts.leaf(constant.getDeclaringClass(), constant.name());
    } else if (value instanceof Class<?> type) {
      parts.leaf(Class.class, type.getTypeName());
    } else if (value.getClass().isArray()) {
      array(value, parts);
    } else if (Fields.isOfTheJdk(value.getClass())) {
      ofTheJdk(value, parts);
    } else {
      List<Field> fields = Fields.of(value.getClass());
      if (fields == null) {
        parts.opaque(value);
      } else {
        parts.fields(value, fields);
      }
    }
  }

  private static void array(Object array, Parts parts) throws IOException {
    if (array instanceof byte[] bytes) {
      parts.bytes(bytes);
    } else if (array instanceof char[] text) {
      parts.text(new String(text));
    } else if (array instanceof Object[] items) {
      parts.items(array, Arrays.asList(items), items.length);
    } else {
      int size = Array.getLength(array);
      int copied = Math.min(size, parts.limit());
      List<@Nullable Object> items = new ArrayList<>(copied);
      for (int i = 0; i < copied; i++) {
        items.add(Array.get(array, i));
      }
      parts.items(array, items, size);
    }
  }

  @SuppressWarnings("JavaUtilDate") // applications have them
  private static void ofTheJdk(Object value, Parts parts) throws IOException {
    if (value instanceof Number number) {
      parts.number(number);
    } else if (value instanceof CharSequence text) {
      parts.text(text.toString());
    } else if (value instanceof Date date) {
      parts.leaf(date.getClass(), date.getTime() + " " + date);
    } else if (isLeaf(value)) {
      parts.leaf(value.getClass(), value.toString());
    } else if (value instanceof Collection<?> collection) {
      collection(collection, parts);
    } else if (value instanceof Map<?, ?> map) {
      map(map, parts);
    } else if (value instanceof Map.Entry<?, ?> entry) {
      parts.items(value, Arrays.asList(entry.getKey(), entry.getValue()), 2);
    } else if (value instanceof Optional<?> optional) {
      parts.items(value, new ArrayList<>(optional.stream().toList()), optional.isPresent() ? 1 : 0);
    } else if (value instanceof AtomicReference<?> reference) {
      List<@Nullable Object> one = new ArrayList<>();
      one.add(reference.get());
      parts.items(value, one, 1);
    } else {
      parts.opaque(value);
    }
  }

  /** Whether a value is of the JDK and its text tells all of it. */
  static boolean isLeaf(Object value) {
    if (!Fields.isOfTheJdk(value.getClass())) {
      return false;
    }
    for (Class<?> leaf : LEAVES) {
      if (leaf.isInstance(value)) {
        return true;
      }
    }
    return false;
  }

  private static void collection(Collection<?> collection, Parts parts) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    int size;
    try {
      size = collection.size();
      Iterator<?> all = collection.iterator();
      while (all.hasNext() && items.size() < parts.limit()) {
        items.add(all.next());
      }
    } catch (RuntimeException changing) {
      parts.opaque(collection);
      return;
    }
    parts.items(collection, items, Math.max(size, items.size()));
  }

  private static void map(Map<?, ?> map, Parts parts) throws IOException {
    List<@Nullable Object> flat = new ArrayList<>();
    int size;
    try {
      size = map.size();
      Iterator<? extends Map.Entry<?, ?>> all = map.entrySet().iterator();
      while (all.hasNext() && flat.size() / 2 < parts.limit()) {
        Map.Entry<?, ?> entry = all.next();
        flat.add(entry.getKey());
        flat.add(entry.getValue());
      }
    } catch (RuntimeException changing) {
      parts.opaque(map);
      return;
    }
    parts.entries(map, flat, Math.max(size, flat.size() / 2));
  }
}
