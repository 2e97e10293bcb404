package io.agenttool.guard.it.apps.fuzz;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Generated callers: {@code static void call(Object self)} passes the trace's arguments on. */
final class Calls {
  private static final String TRACE = Type.getInternalName(Trace.class);

  private Calls() {}

  /** The instruction that calls the tool through a class or an interface. */
  static int opcode(Shape shape, boolean isInterface) {
    if (shape.isStatic()) {
      return Opcodes.INVOKESTATIC;
    }
    if (shape.isPrivate()) {
      return Opcodes.INVOKESPECIAL;
    }
    return isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
  }

  /**
   * Writes it.
   *
   * @param opcode the instruction that calls the tool
   * @param owner the internal name of the type that it is called through
   * @param descriptor the method's there
   */
  static void write(
      ClassVisitor type,
      int opcode,
      String owner,
      boolean isInterface,
      String descriptor,
      Shape shape) {
    MethodVisitor code =
        type.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "call", "(Ljava/lang/Object;)V", null, null);
    code.visitCode();
    if (!shape.isStatic()) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitTypeInsn(Opcodes.CHECKCAST, owner);
    }
    for (int i = 0; i < shape.parameters().size(); i++) {
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC, TRACE, "arguments", "()[Ljava/lang/Object;", false);
      code.visitIntInsn(Opcodes.SIPUSH, i);
      code.visitInsn(Opcodes.AALOAD);
      unbox(code, shape.parameters().get(i));
    }
    code.visitMethodInsn(opcode, owner, "tool", descriptor, isInterface);
    box(code, shape.returns());
    code.visitMethodInsn(Opcodes.INVOKESTATIC, TRACE, "give", "(Ljava/lang/Object;)V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** Writes the call of such a caller, here or in another class. */
  static void call(MethodVisitor code, String caller, boolean isInterface, boolean withThis) {
    if (withThis) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
    } else {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, caller, "call", "(Ljava/lang/Object;)V", isInterface);
  }

  private static void unbox(MethodVisitor code, Type type) {
    if (type.getSort() >= Type.ARRAY) {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
      return;
    }
    String box = boxOf(type);
    code.visitTypeInsn(Opcodes.CHECKCAST, box);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        box,
        type.getClassName() + "Value",
        "()" + type.getDescriptor(),
        false);
  }

  private static void box(MethodVisitor code, Type type) {
    if (type.equals(Type.VOID_TYPE)) {
      code.visitInsn(Opcodes.ACONST_NULL);
    } else if (type.getSort() < Type.ARRAY) {
      String box = boxOf(type);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          box,
          "valueOf",
          "(" + type.getDescriptor() + ")L" + box + ";",
          false);
    }
  }

  private static String boxOf(Type type) {
    return switch (type.getSort()) {
      case Type.CHAR -> "java/lang/Character";
      case Type.INT -> "java/lang/Integer";
      default -> {
        String name = type.getClassName();
        yield "java/lang/" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      }
    };
  }
}
