package io.agenttool.guard.it.apps.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a shape: {@code Body} has the tool's body, {@code Above} declares it where that is
 * another, {@code Receiver} is what it is called on, {@code Caller} calls it.
 */
final class ShapeClasses {
  static final String BODY = "fuzz/Body";
  static final String RECEIVER = "fuzz/Receiver";
  static final String CALLER = "fuzz/Caller";
  private static final String ABOVE = "fuzz/Above";

  private static final int CLASS = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
  private static final int INTERFACE =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE;

  private final Shape shape;
  private final Kind kind;
  private final String toolName;
  private final Map<String, byte[]> written = new LinkedHashMap<>();

  private ShapeClasses(Shape shape, String toolName) {
    this.shape = shape;
    this.kind = shape.kind();
    this.toolName = toolName;
  }

  /**
   * Writes them.
   *
   * @return the class files by binary name
   */
  static Map<String, byte[]> write(Shape shape, String toolName) {
    ShapeClasses classes = new ShapeClasses(shape, toolName);
    classes.write();
    return classes.written;
  }

  /** The class whose static method {@code call} calls the tool. */
  static String caller(Shape shape) {
    return switch (shape.kind()) {
      case PLAIN, ENUM, RECORD, INTERFACE_STATIC, INTERFACE_PRIVATE -> BODY;
      // Nest mates call one another's private methods since 11.
      case NESTED -> shape.isPrivate() && shape.version() < 55 ? BODY : CALLER;
      default -> CALLER;
    };
  }

  /** The class whose static method {@code make} makes what the tool is called on. */
  static String maker(Shape shape) {
    return shape.kind() == Kind.SUPER_BODY || shape.kind().isBodyInInterface() ? RECEIVER : BODY;
  }

  private void write() {
    if (kind.isDeclaredAbove()) {
      writeAbove();
    }
    writeBody();
    if (maker(shape).equals(RECEIVER)) {
      writeReceiver();
    }
    if (caller(shape).equals(CALLER)) {
      writeCaller();
    }
  }

  private void writeAbove() {
    boolean isInterface = kind.isDeclaredByInterface();
    ClassWriter type =
        begin(
            ABOVE,
            isInterface ? INTERFACE : CLASS | Opcodes.ACC_ABSTRACT,
            "java/lang/Object",
            null);
    if (kind == Kind.SEALED) {
      type.visitPermittedSubclass(BODY);
    }
    if (!isInterface) {
      constructor(type, "java/lang/Object", false);
    }
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT;
    MethodVisitor tool = type.visitMethod(access, "tool", descriptorAbove(), null, null);
    annotate(tool);
    tool.visitEnd();
    end(ABOVE, type);
  }

  private String descriptorAbove() {
    return kind == Kind.GENERIC ? shape.erasedDescriptor() : shape.descriptor();
  }

  private void writeBody() {
    String above =
        switch (kind) {
          case SUBCLASS, SEALED -> ABOVE;
          case ENUM -> "java/lang/Enum";
          case RECORD -> "java/lang/Record";
          default -> "java/lang/Object";
        };
    String itf = kind == Kind.IMPLEMENTED || kind == Kind.GENERIC ? ABOVE : null;
    int access =
        switch (kind) {
          case ENUM -> CLASS | Opcodes.ACC_FINAL | Opcodes.ACC_ENUM;
          case RECORD -> CLASS | Opcodes.ACC_FINAL | Opcodes.ACC_RECORD;
          case SEALED -> CLASS | Opcodes.ACC_FINAL;
          default -> kind.isBodyInInterface() ? INTERFACE : CLASS;
        };
    ClassWriter type = begin(BODY, access, above, itf);
    if (kind == Kind.NESTED && shape.version() >= 55) {
      type.visitNestHost(CALLER);
    }
    MethodVisitor tool = type.visitMethod(shape.access(), "tool", shape.descriptor(), null, null);
    if (!kind.isDeclaredAbove()) {
      annotate(tool);
    }
    new Body(shape, BODY, tool).write();
    if (kind == Kind.GENERIC && !descriptorAbove().equals(shape.descriptor())) {
      bridge(type);
    }
    boolean calls = shape.way() == Shape.Way.CONSTRUCTOR;
    if (kind == Kind.ENUM) {
      EnumParts.write(type, caller(shape), calls);
    } else if (!kind.isBodyInInterface()) {
      constructor(type, above, calls);
      if (maker(shape).equals(BODY)) {
        maker(type, BODY);
      }
    }
    if (kind == Kind.RECORD) {
      EnumParts.writeRecord(type);
    }
    if (shape.way() == Shape.Way.CLASS_INITIALIZER) {
      initializer(type);
    }
    if (caller(shape).equals(BODY)) {
      caller(type, BODY, kind.isBodyInInterface());
    }
    end(BODY, type);
  }

  private void initializer(ClassWriter type) {
    MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    boolean isInterface = kind.isBodyInInterface() && caller(shape).equals(BODY);
    Calls.call(code, caller(shape), isInterface, false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void bridge(ClassWriter type) {
    MethodVisitor code =
        type.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE,
            "tool",
            descriptorAbove(),
            null,
            null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    int slot = 1;
    for (Type parameter : shape.parameters()) {
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
      if (parameter.getSort() == Type.OBJECT) {
        code.visitTypeInsn(Opcodes.CHECKCAST, parameter.getInternalName());
      }
      slot += parameter.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BODY, "tool", shape.descriptor(), false);
    code.visitInsn(shape.returns().getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void writeReceiver() {
    boolean extending = kind == Kind.SUPER_BODY;
    String above = extending ? BODY : "java/lang/Object";
    ClassWriter type = begin(RECEIVER, CLASS, above, extending ? ABOVE : BODY);
    constructor(type, above, false);
    maker(type, RECEIVER);
    end(RECEIVER, type);
  }

  private void writeCaller() {
    ClassWriter type = begin(CALLER, CLASS, "java/lang/Object", null);
    if (kind == Kind.NESTED && shape.version() >= 55) {
      type.visitNestMember(BODY);
    }
    if (kind.isDeclaredAbove()) {
      caller(type, ABOVE, kind.isDeclaredByInterface());
    } else {
      caller(type, BODY, kind.isBodyInInterface());
    }
    end(CALLER, type);
  }

  private void caller(ClassWriter type, String owner, boolean isInterface) {
    int opcode = Calls.opcode(shape, isInterface);
    if (kind == Kind.NESTED && caller(shape).equals(CALLER) && !shape.isStatic()) {
      opcode = Opcodes.INVOKEVIRTUAL;
    }
    String descriptor = owner.equals(ABOVE) ? descriptorAbove() : shape.descriptor();
    Calls.write(type, opcode, owner, isInterface, descriptor, shape);
  }

  private void constructor(ClassWriter type, String above, boolean calls) {
    MethodVisitor code = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, above, "<init>", "()V", false);
    if (calls) {
      Calls.call(code, caller(shape), false, true);
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void maker(ClassWriter type, String name) {
    MethodVisitor code =
        type.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "make", "()Ljava/lang/Object;", null, null);
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "()V", false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void annotate(MethodVisitor tool) {
    AnnotationVisitor declaration = tool.visitAnnotation("Lio/agenttool/AgentTool;", true);
    declaration.visit("name", toolName);
    declaration.visitEnd();
    if (shape.word() >= 0) {
      AnnotationVisitor bound =
          tool.visitParameterAnnotation(shape.word(), "Lio/agenttool/ToolArg;", true);
      AnnotationVisitor words = bound.visitArray("oneOf");
      words.visit(null, "good");
      words.visitEnd();
      bound.visitEnd();
    }
  }

  private ClassWriter begin(String name, int access, String above, @Nullable String itf) {
    // Frames came with version 50, where the JVM can still do without.
    int compute = shape.version() > 50 ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS;
    ClassWriter type =
        new ClassWriter(compute) {
          @Override
          protected String getCommonSuperClass(String first, String second) {
            return "java/lang/Object";
          }
        };
    String[] interfaces = itf == null ? null : new String[] {itf};
    type.visit(shape.version(), access, name, null, above, interfaces);
    if (shape.debug()) {
      type.visitSource(name + ".java", null);
    }
    return type;
  }

  private void end(String name, ClassWriter type) {
    type.visitEnd();
    written.put(name.replace('/', '.'), type.toByteArray());
  }
}
