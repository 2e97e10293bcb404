package io.agenttool.guard.output;

import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which {@link Shape} the values of a class have: a table, asked once a class. */
final class Shapes {

  /** A class that cannot hold text: its values are neither looked into nor made again. */
  static final Shape LEAF = new LeafShape();

  private record Row(Class<?> type, Function<Class<?>, Shape> shape) {}

  private static final List<Row> TABLE =
      List.of(
          new Row(CharSequence.class, type -> new CharSequenceShape()),
          new Row(ByteBuffer.class, type -> new ByteBufferShape()),
          new Row(Optional.class, type -> new OptionalShape()),
          new Row(Map.class, type -> new MapShape()),
          new Row(Collection.class, type -> new CollectionShape()),
          new Row(CompletionStage.class, type -> new StageShape()),
          new Row(Stream.class, type -> new IteratorShape()),
          new Row(Iterator.class, type -> new IteratorShape()),
          new Row(InputStream.class, type -> new InputShape()),
          new Row(Reader.class, type -> new InputShape()),
          new Row(Throwable.class, type -> new ThrowableShape()),
          new Row(Enum.class, type -> new OpaqueShape()),
          new Row(Record.class, RecordShape::new));

  private static final Set<String> TEXTLESS_PACKAGES = Set.of("java.time", "java.math");

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return find(type);
        }
      };

  private Shapes() {}

  /** The shape of the values of {@code type}. */
  static Shape of(Class<?> type) {
    return SHAPES.get(type);
  }

  private static Shape find(Class<?> type) {
    if (type.isArray()) {
      return arrayShape(type.getComponentType());
    }
    if (isTextless(type)) {
      return LEAF;
    }
    // before the table: a JSON tree is Iterable or a Map, and a Multi is a Flow.Publisher
    Shape library = JsonTreeShape.of(type);
    library = library == null ? ReactiveShape.of(type) : library;
    if (library != null) {
      return library;
    }
    if (Flow.Publisher.class.isAssignableFrom(type)) {
      return new FlowShape();
    }
    for (Row row : TABLE) {
      if (row.type().isAssignableFrom(type)) {
        return row.shape().apply(type);
      }
    }
    boolean unnamed = Proxy.isProxyClass(type) || type.isHidden();
    if (unnamed && Iterable.class.isAssignableFrom(type)) {
      return new IteratorShape(); // a lambda says nothing of what it iterates over
    }
    if (unnamed || isPlatform(type)) {
      return new OpaqueShape();
    }
    return BeanShape.of(type);
  }

  private static Shape arrayShape(Class<?> component) {
    if (component == char.class) {
      return new CharArrayShape();
    }
    if (component == byte.class) {
      return new ByteArrayShape();
    }
    return component.isPrimitive() ? LEAF : new ArrayShape(component);
  }

  private static boolean isTextless(Class<?> type) {
    return type.isPrimitive()
        || (Number.class.isAssignableFrom(type) && isPlatform(type))
        || type == Boolean.class
        || type == Character.class
        || type == Class.class
        || type == java.util.UUID.class
        || type == java.util.Date.class
        || type == java.util.Locale.class
        || type == java.util.Currency.class
        || TEXTLESS_PACKAGES.contains(type.getPackageName());
  }

  /** Whether the class is the JDK's own, whose fields nobody may read. */
  static boolean isPlatform(Class<?> type) {
    @Nullable ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
