package io.agenttool.guard.it.apps.fuzz;

import java.util.List;
import java.util.Random;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Random expressions: each leaves one value of a type on the stack. */
final class Expressions {
  private static final List<Type> NUMBERS =
      List.of(Type.INT_TYPE, Type.LONG_TYPE, Type.FLOAT_TYPE, Type.DOUBLE_TYPE);
  private static final int[] OPERATIONS = {
    Opcodes.IADD, Opcodes.ISUB, Opcodes.IMUL, Opcodes.IDIV, Opcodes.IREM
  };

  /** From the row's number to the column's, in the order of {@link #NUMBERS}. */
  private static final int[][] CASTS = {
    {Opcodes.NOP, Opcodes.I2L, Opcodes.I2F, Opcodes.I2D},
    {Opcodes.L2I, Opcodes.NOP, Opcodes.L2F, Opcodes.L2D},
    {Opcodes.F2I, Opcodes.F2L, Opcodes.NOP, Opcodes.F2D},
    {Opcodes.D2I, Opcodes.D2L, Opcodes.D2F, Opcodes.NOP},
  };

  private final Random random;
  private final MethodVisitor code;
  private final Locals locals;
  private final int version;

  Expressions(Random random, MethodVisitor code, Locals locals, int version) {
    this.random = random;
    this.code = code;
    this.locals = locals;
    this.version = version;
  }

  void push(Type type, int depth) {
    Locals.Local local = locals.any(random, each -> each.type().equals(type));
    if (local != null && random.nextInt(3) > 0) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local.slot());
    } else if (type.getSort() == Type.ARRAY) {
      newArray(type);
    } else if (type.getSort() == Type.OBJECT) {
      reference(type, depth);
    } else if (depth == 0) {
      constant(type);
    } else {
      number(type, depth - 1);
    }
  }

  private void newArray(Type type) {
    Type element = Type.getType(type.getDescriptor().substring(1));
    code.visitIntInsn(Opcodes.BIPUSH, random.nextInt(4));
    if (element.equals(Type.INT_TYPE) || element.equals(Type.BOOLEAN_TYPE)) {
      boolean ints = element.equals(Type.INT_TYPE);
      code.visitIntInsn(Opcodes.NEWARRAY, ints ? Opcodes.T_INT : Opcodes.T_BOOLEAN);
    } else if (element.getSort() == Type.ARRAY) {
      code.visitIntInsn(Opcodes.BIPUSH, random.nextInt(3));
      code.visitMultiANewArrayInsn(type.getDescriptor(), 2);
    } else {
      code.visitTypeInsn(Opcodes.ANEWARRAY, element.getInternalName());
    }
  }

  private void reference(Type type, int depth) {
    if (type.equals(Shape.OBJECT) && random.nextBoolean()) {
      push(Type.INT_TYPE, 0);
      call("java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;");
    } else if (depth == 0 || random.nextInt(3) == 0) {
      code.visitLdcInsn("text" + random.nextInt(100));
    } else if (version >= 53 && random.nextBoolean()) {
      push(Shape.STRING, depth - 1);
      push(Type.DOUBLE_TYPE, depth - 1);
      concatenation();
    } else {
      push(Type.LONG_TYPE, depth - 1);
      call("java/lang/String", "valueOf", "(J)Ljava/lang/String;");
    }
  }

  private void concatenation() {
    Handle factory =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/invoke/StringConcatFactory",
            "makeConcatWithConstants",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                + "Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)"
                + "Ljava/lang/invoke/CallSite;",
            false);
    code.visitInvokeDynamicInsn(
        "makeConcatWithConstants",
        "(Ljava/lang/String;D)Ljava/lang/String;",
        factory,
        "\u0001 and \u0001");
  }

  private void call(String owner, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  private void constant(Type type) {
    int value = random.nextInt(-128, 128);
    switch (type.getSort()) {
      case Type.LONG -> code.visitLdcInsn(value * 10_000_000_000L);
      case Type.FLOAT -> code.visitLdcInsn(value / 4f);
      case Type.DOUBLE -> code.visitLdcInsn(value / 8d);
      default -> {
        code.visitIntInsn(Opcodes.BIPUSH, value);
        narrow(type);
      }
    }
  }

  private void number(Type type, int depth) {
    int column = Math.max(0, NUMBERS.indexOf(type));
    switch (random.nextInt(4)) {
      case 0 -> constant(type);
      case 1 -> {
        int row = random.nextInt(NUMBERS.size());
        push(NUMBERS.get(row), depth);
        code.visitInsn(CASTS[row][column]);
        narrow(type);
      }
      case 2 -> {
        Type wide = NUMBERS.get(column);
        push(wide, depth);
        push(wide, depth);
        code.visitInsn(wide.getOpcode(OPERATIONS[random.nextInt(OPERATIONS.length)]));
        narrow(type);
      }
      default -> choice(type, depth);
    }
  }

  /** {@code a < b ? c : d}, with values of the expressions around it on the stack. */
  private void choice(Type type, int depth) {
    Label less = new Label();
    Label end = new Label();
    push(Type.INT_TYPE, depth);
    push(Type.INT_TYPE, depth);
    code.visitJumpInsn(Opcodes.IF_ICMPLT, less);
    push(type, depth);
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLabel(less);
    push(type, depth);
    code.visitLabel(end);
  }

  private void narrow(Type type) {
    switch (type.getSort()) {
      case Type.BOOLEAN -> {
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IAND);
      }
      case Type.BYTE -> code.visitInsn(Opcodes.I2B);
      case Type.CHAR -> code.visitInsn(Opcodes.I2C);
      case Type.SHORT -> code.visitInsn(Opcodes.I2S);
      default -> {
        // as wide as the stack
      }
    }
  }
}
