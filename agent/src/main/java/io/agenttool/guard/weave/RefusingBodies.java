package io.agenttool.guard.weave;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The fallback for tools that could not be woven: their bodies become a throw. Written without Byte
 * Buddy's advice, so that a failure there does not reach here.
 */
final class RefusingBodies {
  private RefusingBodies() {}

  /**
   * @param classFile the bytes
   * @param tools the tools to be refused, by their numbers
   */
  static byte[] write(byte[] classFile, Map<Integer, ToolMethod> tools) {
    ClassReader reader = new ClassReader(classFile);
    // No frames are computed: a body without branches has none.
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Refusing(writer, tools), 0);
    return writer.toByteArray();
  }

  private static final class Refusing extends ClassVisitor {
    private final Map<Integer, ToolMethod> tools;

    Refusing(ClassVisitor next, Map<Integer, ToolMethod> tools) {
      super(Opcodes.ASM9, next);
      this.tools = tools;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      for (Map.Entry<Integer, ToolMethod> entry : tools.entrySet()) {
        ToolMethod tool = entry.getValue();
        if (tool.name().equals(name) && tool.descriptor().equals(descriptor)) {
          MethodVisitor target =
              super.visitMethod(
                  access & ~Opcodes.ACC_NATIVE, name, descriptor, signature, exceptions);
          return new Refusal(target, entry.getKey(), (access & Opcodes.ACC_NATIVE) != 0);
        }
      }
      return super.visitMethod(access, name, descriptor, signature, exceptions);
    }
  }

  /** Keeps a method's annotations and drops its code. */
  private static final class Refusal extends MethodVisitor {
    private final MethodVisitor target;
    private final int number;
    private final boolean bodiless;

    Refusal(MethodVisitor target, int number, boolean bodiless) {
      super(Opcodes.ASM9, target);
      this.target = target;
      this.number = number;
      this.bodiless = bodiless;
    }

    @Override
    public void visitCode() {
      writeBody();
      // From here on the old body goes nowhere.
      mv = null;
    }

    @Override
    public void visitEnd() {
      if (bodiless) {
        writeBody();
      }
      target.visitEnd();
    }

    private void writeBody() {
      target.visitCode();
      target.visitLdcInsn(number);
      target.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "java/lang/GuardDispatch",
          "refusal",
          Type.getMethodDescriptor(Type.getType(RuntimeException.class), Type.INT_TYPE),
          false);
      target.visitInsn(Opcodes.ATHROW);
      target.visitMaxs(1, 0);
    }
  }
}
