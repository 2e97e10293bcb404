package io.agenttool.guard.it.apps.fuzz;

import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What makes a class an enum or a record. */
final class EnumParts {
  private EnumParts() {}

  /**
   * One constant, and what its class needs for it.
   *
   * @param caller the class with the caller
   * @param calls whether the constructor calls the tool
   */
  static void write(ClassWriter type, String caller, boolean calls) {
    String self = ShapeClasses.BODY;
    type.visitField(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ENUM,
            "ONE",
            "L" + self + ";",
            null,
            null)
        .visitEnd();
    MethodVisitor constructor =
        type.visitMethod(Opcodes.ACC_PRIVATE, "<init>", "(Ljava/lang/String;I)V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitVarInsn(Opcodes.ALOAD, 1);
    constructor.visitVarInsn(Opcodes.ILOAD, 2);
    constructor.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/lang/Enum", "<init>", "(Ljava/lang/String;I)V", false);
    if (calls) {
      Calls.call(constructor, caller, false, true);
    }
    returns(constructor, Opcodes.RETURN);
    MethodVisitor initializer = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    initializer.visitCode();
    initializer.visitTypeInsn(Opcodes.NEW, self);
    initializer.visitInsn(Opcodes.DUP);
    initializer.visitLdcInsn("ONE");
    initializer.visitInsn(Opcodes.ICONST_0);
    initializer.visitMethodInsn(
        Opcodes.INVOKESPECIAL, self, "<init>", "(Ljava/lang/String;I)V", false);
    initializer.visitFieldInsn(Opcodes.PUTSTATIC, self, "ONE", "L" + self + ";");
    returns(initializer, Opcodes.RETURN);
    MethodVisitor make =
        type.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "make", "()Ljava/lang/Object;", null, null);
    make.visitCode();
    make.visitFieldInsn(Opcodes.GETSTATIC, self, "ONE", "L" + self + ";");
    returns(make, Opcodes.ARETURN);
  }

  /** The methods that a record has to have. */
  static void writeRecord(ClassWriter type) {
    MethodVisitor text =
        type.visitMethod(Opcodes.ACC_PUBLIC, "toString", "()Ljava/lang/String;", null, null);
    text.visitCode();
    text.visitLdcInsn("record");
    returns(text, Opcodes.ARETURN);
    MethodVisitor hash = type.visitMethod(Opcodes.ACC_PUBLIC, "hashCode", "()I", null, null);
    hash.visitCode();
    hash.visitInsn(Opcodes.ICONST_0);
    returns(hash, Opcodes.IRETURN);
    MethodVisitor equal =
        type.visitMethod(Opcodes.ACC_PUBLIC, "equals", "(Ljava/lang/Object;)Z", null, null);
    equal.visitCode();
    equal.visitInsn(Opcodes.ICONST_0);
    returns(equal, Opcodes.IRETURN);
  }

  private static void returns(MethodVisitor code, int opcode) {
    code.visitInsn(opcode);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
