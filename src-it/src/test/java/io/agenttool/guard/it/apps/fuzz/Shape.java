package io.agenttool.guard.it.apps.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * What a random class with a tool looks like; all of it follows from the seed.
 *
 * @param seed the seed
 * @param version the class file version
 * @param kind how its class is built
 * @param access the method's JVM access flags
 * @param returns the method's return type
 * @param parameters the method's parameters
 * @param word the parameter that may only be {@code good}; -1 for none
 * @param way how it is called
 * @param debug whether there are line numbers and names of variables
 * @param size about how many statements the body has
 */
record Shape(
    long seed,
    int version,
    Kind kind,
    int access,
    Type returns,
    List<Type> parameters,
    int word,
    Way way,
    boolean debug,
    int size) {
  static final Type STRING = Type.getType(String.class);
  static final Type OBJECT = Type.getType(Object.class);

  private static final List<Type> TYPES =
      List.of(
          Type.BOOLEAN_TYPE,
          Type.BYTE_TYPE,
          Type.CHAR_TYPE,
          Type.SHORT_TYPE,
          Type.INT_TYPE,
          Type.LONG_TYPE,
          Type.FLOAT_TYPE,
          Type.DOUBLE_TYPE,
          STRING,
          OBJECT,
          Type.getType(int[].class),
          Type.getType(long[][].class),
          Type.getType(boolean[].class),
          Type.getType(String[].class));

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Way> WAYS = List.of(Way.values());

  /** How the tool is called. */
  enum Way {
    DIRECT,
    REFLECTION,
    METHOD_HANDLE,
    CONSTRUCTOR,
    CLASS_INITIALIZER
  }

  /**
   * @param newest the newest class file version that the JVM reads
   */
  static Shape of(long seed, int newest) {
    Random random = new Random(seed);
    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    int version = kind.since + random.nextInt(newest - kind.since + 1);
    List<Type> parameters = parameters(random);
    int word = parameters.indexOf(STRING);
    Type returns = random.nextInt(6) == 0 ? Type.VOID_TYPE : any(random);
    if (kind == Kind.GENERIC && word < 0) {
      parameters.add(0, STRING);
      word = 0;
    }
    int access = access(random, kind, version, parameters);
    return new Shape(
        seed,
        version,
        kind,
        access,
        returns,
        List.copyOf(parameters),
        word,
        way(random, kind, access),
        random.nextBoolean(),
        random.nextInt(20) == 0 ? 150 : 1 + random.nextInt(10));
  }

  private static List<Type> parameters(Random random) {
    List<Type> parameters = new ArrayList<>();
    // With the receiver at most 255 slots (JVMS 4.11); one is left for a word.
    int slots = 253;
    int count = random.nextInt(100) == 0 ? 253 : random.nextInt(random.nextInt(5) == 0 ? 20 : 6);
    while (parameters.size() < count) {
      Type type = any(random);
      slots -= type.getSize();
      if (slots < 0) {
        break;
      }
      parameters.add(type);
    }
    return parameters;
  }

  private static Type any(Random random) {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  private static int access(Random random, Kind kind, int version, List<Type> parameters) {
    int access = 0;
    if (!parameters.isEmpty()
        && parameters.get(parameters.size() - 1).getSort() == Type.ARRAY
        && random.nextBoolean()) {
      access |= Opcodes.ACC_VARARGS;
    }
    if (kind.isBodyInInterface()) {
      return access
          | switch (kind) {
            case INTERFACE_STATIC -> Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
            case INTERFACE_PRIVATE -> Opcodes.ACC_PRIVATE;
            default -> Opcodes.ACC_PUBLIC;
          };
    }
    if (random.nextInt(4) == 0) {
      access |= Opcodes.ACC_SYNCHRONIZED;
    }
    if (version < 60 && random.nextInt(6) == 0) {
      access |= Opcodes.ACC_STRICT;
    }
    if (kind.isDeclaredAbove()) {
      boolean open = kind == Kind.SUPER_BODY || random.nextBoolean();
      return access | Opcodes.ACC_PUBLIC | (open ? 0 : Opcodes.ACC_FINAL);
    }
    int[] visibilities = {0, Opcodes.ACC_PUBLIC, Opcodes.ACC_PROTECTED, Opcodes.ACC_PRIVATE};
    access |= visibilities[random.nextInt(visibilities.length)];
    if (random.nextInt(3) == 0) {
      access |= Opcodes.ACC_FINAL;
    }
    if (random.nextInt(3) == 0) {
      access |= Opcodes.ACC_STATIC;
    }
    return access;
  }

  private static Way way(Random random, Kind kind, int access) {
    Way way = WAYS.get(random.nextInt(WAYS.size()));
    boolean fits =
        switch (way) {
          case CLASS_INITIALIZER -> (access & Opcodes.ACC_STATIC) != 0 && kind != Kind.ENUM;
          case CONSTRUCTOR -> !kind.isBodyInInterface() && kind != Kind.SUPER_BODY;
          // The bridge is called; and what is added in the heir.
          case REFLECTION, METHOD_HANDLE -> kind != Kind.GENERIC && kind != Kind.SUPER_BODY;
          case DIRECT -> true;
        };
    return fits ? way : Way.DIRECT;
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isPrivate() {
    return (access & Opcodes.ACC_PRIVATE) != 0;
  }

  String descriptor() {
    return Type.getMethodDescriptor(returns, parameters.toArray(new Type[0]));
  }

  /** The descriptor in which type variables are erased. */
  String erasedDescriptor() {
    Type[] erased = parameters.stream().map(Shape::erased).toArray(Type[]::new);
    return Type.getMethodDescriptor(erased(returns), erased);
  }

  private static Type erased(Type type) {
    return type.getSort() == Type.OBJECT ? OBJECT : type;
  }

  @Override
  public String toString() {
    return "seed %d: %s, version %d, %s, access %x, %s"
        .formatted(seed, kind, version, way, access, descriptor());
  }
}
