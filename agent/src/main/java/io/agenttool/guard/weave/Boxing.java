package io.agenttool.guard.weave;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Values of any type as objects and back (JLS 5.1.7 and 5.1.8), on the operand stack. */
final class Boxing {
  private Boxing() {}

  /** Makes an object of the value of {@code type} on top of the stack. */
  static void box(MethodVisitor code, Type type) {
    if (isPrimitive(type)) {
      String wrapper = wrapper(type);
      String descriptor = "(" + type.getDescriptor() + ")L" + wrapper + ";";
      code.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper, "valueOf", descriptor, false);
    }
  }

  /**
   * Makes a value of {@code type} of the object on top of the stack; takes it off for {@code void}.
   */
  static void unbox(MethodVisitor code, Type type) {
    if (type.getSort() == Type.VOID) {
      code.visitInsn(Opcodes.POP);
    } else if (isPrimitive(type)) {
      String wrapper = wrapper(type);
      code.visitTypeInsn(Opcodes.CHECKCAST, wrapper);
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          wrapper,
          type.getClassName() + "Value",
          "()" + type.getDescriptor(),
          false);
    } else {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static String wrapper(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> throw new IllegalArgumentException(type.getDescriptor());
    };
  }
}
