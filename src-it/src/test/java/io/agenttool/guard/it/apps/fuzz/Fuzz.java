package io.agenttool.guard.it.apps.fuzz;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Random;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Random classes with a tool each, called with what is allowed and with what is not: a line each
 * with what came of it and the blocks of the body that ran.
 */
public class Fuzz {
  private final Shape shape;

  private Fuzz(Shape shape) {
    this.shape = shape;
  }

  /** Of each seed of a class, from the first on, as many as are asked for. */
  public static void main(String[] arguments) {
    int newest = Runtime.version().feature() + 44;
    long first = Long.parseLong(arguments[0]);
    for (long seed = first; seed < first + Long.parseLong(arguments[1]); seed++) {
      Fuzz fuzz = new Fuzz(Shape.of(seed, newest));
      boolean bound = fuzz.shape.word() >= 0;
      fuzz.play("honest", "fuzz", "good");
      fuzz.play("denied", bound ? "fuzz" : "refused", "bad");
    }
  }

  private void play(String play, String toolName, String word) {
    Trace.begin(arguments(word));
    String came;
    try {
      call(new Loader(ShapeClasses.write(shape, toolName), shape));
      came = Trace.result();
    } catch (Throwable e) {
      came = name(e);
    }
    System.out.println(play + " " + shape + " -> " + came + " " + Trace.marks());
  }

  /** Of what was thrown at first. Messages of the JVM's own name slots, which differ when woven. */
  private static String name(Throwable thrown) {
    Throwable first = thrown;
    while ((first instanceof InvocationTargetException
            || first instanceof ExceptionInInitializerError)
        && first.getCause() != null) {
      first = first.getCause();
    }
    String name = first.getClass().getName();
    return first instanceof IllegalStateException || first instanceof LinkageError
        ? name + ": " + first.getMessage()
        : name;
  }

  private void call(Loader loader) throws Throwable {
    if (!loader.shows) {
      // What subtypes inherit is known where the supertype came first, or not at all.
      loader.loadClass(shape.kind().isDeclaredAbove() ? "fuzz.Above" : "fuzz.Body");
    }
    Class<?> caller = loader.loadClass(ShapeClasses.caller(shape).replace('/', '.'));
    switch (shape.way()) {
      case CONSTRUCTOR -> receiver(loader);
      case CLASS_INITIALIZER -> Class.forName("fuzz.Body", true, loader);
      case DIRECT -> caller.getMethod("call", Object.class).invoke(null, receiver(loader));
      case REFLECTION -> Trace.give(tool(loader).invoke(receiver(loader), Trace.arguments()));
      case METHOD_HANDLE -> {
        MethodHandle handle = MethodHandles.lookup().unreflect(tool(loader));
        Object receiver = receiver(loader);
        Trace.give(
            (shape.isStatic() ? handle : handle.bindTo(receiver))
                .asFixedArity()
                .invokeWithArguments(Trace.arguments()));
      }
    }
  }

  private static Method tool(Loader loader) throws ClassNotFoundException {
    for (Method method : loader.loadClass("fuzz.Body").getDeclaredMethods()) {
      if (method.getName().equals("tool") && !method.isBridge()) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new IllegalArgumentException("no tool");
  }

  private @Nullable Object receiver(Loader loader) throws ReflectiveOperationException {
    boolean needless = shape.isStatic() && shape.way() != Shape.Way.CONSTRUCTOR;
    return needless
        ? null
        : loader
            .loadClass(ShapeClasses.maker(shape).replace('/', '.'))
            .getMethod("make")
            .invoke(null);
  }

  private Object[] arguments(String word) {
    Random random = new Random(shape.seed());
    Object[] arguments = new Object[shape.parameters().size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i == shape.word() ? word : argument(shape.parameters().get(i), random);
    }
    return arguments;
  }

  private static Object argument(Type type, Random random) {
    int value = random.nextInt(-100, 100);
    return switch (type.getSort()) {
      case Type.BOOLEAN -> value > 0;
      case Type.BYTE -> (byte) value;
      case Type.CHAR -> (char) ('a' + random.nextInt(26));
      case Type.SHORT -> (short) value;
      case Type.INT -> value;
      case Type.LONG -> value * 10_000_000_000L;
      case Type.FLOAT -> value / 4f;
      case Type.DOUBLE -> value / 8d;
      default ->
          switch (type.getDescriptor()) {
            case "[I" -> new int[] {value, 2, 3};
            case "[[J" -> new long[][] {{value}, {}};
            case "[Z" -> new boolean[] {value > 0};
            case "[Ljava/lang/String;" -> new String[] {"text", "more" + value};
            default -> "given " + value;
          };
    };
  }

  /** Has the classes of a shape; shows their files or does not. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classFiles;
    private final boolean shows;

    Loader(Map<String, byte[]> classFiles, Shape shape) {
      super(Fuzz.class.getClassLoader());
      this.classFiles = classFiles;
      this.shows = shape.kind() == Kind.SUPER_BODY || shape.seed() % 2 == 0;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] classFile = classFiles.get(name);
      if (classFile == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, classFile, 0, classFile.length);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      byte[] classFile =
          name.endsWith(".class")
              ? classFiles.get(name.substring(0, name.length() - 6).replace('/', '.'))
              : null;
      return classFile == null
          ? super.getResourceAsStream(name)
          : shows ? new ByteArrayInputStream(classFile) : null;
    }
  }
}
