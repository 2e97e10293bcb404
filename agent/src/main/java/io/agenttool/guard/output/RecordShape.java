package io.agenttool.guard.output;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A record: read by its accessors, made again by its canonical constructor. */
final class RecordShape implements Shape {
  private static final Object[] NO_ARGUMENTS = {};
  private static final MethodType READ = MethodType.methodType(Object.class, Object.class);

  private static final MethodType READ_ALL = MethodType.methodType(Object[].class, Object.class);

  /** How many components are read at once. */
  private static final int GROUP = 8;

  /** How many values are read by reflection before it is worth the making of handles. */
  private static final int FEW = 64;

  private final RecordComponent[] components;
  private final String[] names;
  private final boolean[] primitive;
  private final Method[] accessors;
  private final boolean readable;

  /** Those components that may hold text. */
  private final int[] spoken;

  /** The accessors again, faster; not made for records of which there are few. */
  private volatile MethodHandle @Nullable [] handles;

  // counted by threads that may miss one another: it need not be right
  private int read;

  RecordShape(Class<?> type) {
    components = type.getRecordComponents();
    names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
    primitive = new boolean[components.length];
    for (int i = 0; i < primitive.length; i++) {
      primitive[i] = components[i].getType().isPrimitive();
    }
    spoken = IntStream.range(0, primitive.length).filter(i -> !primitive[i]).toArray();
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    readable = Arrays.stream(accessors).allMatch(Method::trySetAccessible);
  }

  @Override
  public void inspect(Object value, Inspection inspection) throws ReflectiveOperationException {
    if (!readable) {
      inspection.text(value.toString());
      return;
    }
    MethodHandle[] handles = handles();
    if (handles == null) {
      for (int component : spoken) {
        inspection.part(names[component], accessors[component].invoke(value, NO_ARGUMENTS));
      }
      return;
    }
    for (int group = 0; group < handles.length; group++) {
      @Nullable Object[] parts = read(handles[group], value);
      for (int i = 0; i < parts.length; i++) {
        inspection.part(names[spoken[group * GROUP + i]], parts[i]);
      }
    }
  }

  private MethodHandle @Nullable [] handles() throws IllegalAccessException {
    MethodHandle[] made = handles;
    if (made == null && ++read > FEW) {
      made = new MethodHandle[(spoken.length + GROUP - 1) / GROUP];
      for (int i = 0; i < made.length; i++) {
        made[i] = together(i * GROUP, Math.min(spoken.length, (i + 1) * GROUP));
      }
      handles = made;
    }
    return made;
  }

  /**
   * One handle that reads a few components: the JVM compiles it as one method. One a component is
   * no faster than reflection.
   */
  private MethodHandle together(int from, int to) throws IllegalAccessException {
    MethodHandle[] readers = new MethodHandle[to - from];
    for (int i = from; i < to; i++) {
      readers[i - from] = MethodHandles.lookup().unreflect(accessors[spoken[i]]).asType(READ);
    }
    MethodHandle array =
        MethodHandles.identity(Object[].class).asCollector(Object[].class, readers.length);
    return MethodHandles.permuteArguments(
        MethodHandles.filterArguments(array, 0, readers), READ_ALL, new int[readers.length]);
  }

  private static @Nullable Object[] read(MethodHandle handle, Object value)
      throws InvocationTargetException {
    try {
      return (Object[]) handle.invokeExact(value);
    } catch (Throwable e) {
      throw new InvocationTargetException(e);
    }
  }

  @Override
  public @Nullable Object rebuild(Object value, Class<?> slot, Rebuilding rebuilding)
      throws ReflectiveOperationException {
    if (!readable) {
      return null;
    }
    @Nullable Object[] copies = new Object[components.length];
    boolean changed = false;
    for (int i = 0; i < copies.length; i++) {
      Object part = accessors[i].invoke(value, NO_ARGUMENTS);
      copies[i] = part;
      if (!primitive[i]) {
        copies[i] = rebuilding.part(names[i], part, components[i].getType());
        changed |= copies[i] != part;
      }
    }
    return changed ? canonical(value.getClass()).newInstance(copies) : value;
  }

  private Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }
}
