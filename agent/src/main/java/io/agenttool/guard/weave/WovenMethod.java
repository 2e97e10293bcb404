package io.agenttool.guard.weave;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/**
 * Writes a tool's method anew, as if its source had been
 *
 * <pre>
 * Object[] values = {a, b};
 * Object call = GuardDispatch.enter(number, this, values);
 * a = (A) values[0];
 * b = (B) values[1];
 * if (GuardDispatch.answered(call)) {
 *   return (R) GuardDispatch.returned(call, null);
 * }
 * try {
 *   ... return (R) GuardDispatch.returned(call, result);
 * } catch (Throwable thrown) {
 *   throw GuardDispatch.failed(call, thrown);
 * }
 * </pre>
 *
 * <p>where no handler, neither this nor the body's own, reaches what {@code returned} throws. The
 * body's instructions, variables and stack stay as they are: the one variable that is new lies
 * behind its own, and each return is led through the dispatcher where it stands.
 */
final class WovenMethod extends MethodVisitor {
  private static final Type OBJECT = Type.getType(Object.class);

  /** The most that the stack has on it while the call is entered. */
  private static final int ENTERING = 7;

  /** What the stack has on it more than the body's own while a result is led through. */
  private static final int RETURNING = 2;

  private final int number;
  private final String owner;
  private final boolean isStatic;
  private final Type[] parameters;
  private final int captured;
  private final Type result;
  private final int call;
  private final boolean framed;
  private final GuardedRanges ranges = new GuardedRanges();
  private final Label skipped = new Label();
  private final Label failed = new Label();

  /**
   * @param number the tool's
   * @param owner the internal name of the class
   * @param captured how many parameters, the first, are not shown to Guard
   * @param call the first slot that the body does not use
   * @param framed whether the class file has stack maps
   */
  WovenMethod(
      MethodVisitor next,
      int number,
      String owner,
      int access,
      String descriptor,
      int captured,
      int call,
      boolean framed) {
    super(Opcodes.ASM9, next);
    this.number = number;
    this.owner = owner;
    this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
    this.parameters = Type.getArgumentTypes(descriptor);
    this.captured = captured;
    this.result = Type.getReturnType(descriptor);
    this.call = call;
    this.framed = framed;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    enter();
    Label body = new Label();
    super.visitLabel(body);
    ranges.addBody(body, failed);
  }

  private void enter() {
    push(number);
    if (isStatic) {
      mv.visitInsn(Opcodes.ACONST_NULL);
    } else {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
    }
    push(parameters.length - captured);
    mv.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT.getInternalName());
    int slot = firstSlot();
    for (int i = captured; i < parameters.length; i++) {
      mv.visitInsn(Opcodes.DUP);
      push(i - captured);
      mv.visitVarInsn(parameters[i].getOpcode(Opcodes.ILOAD), slot);
      Boxing.box(mv, parameters[i]);
      mv.visitInsn(Opcodes.AASTORE);
      slot += parameters[i].getSize();
    }
    mv.visitInsn(Opcodes.DUP_X2);
    dispatch("enter", "(ILjava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;");
    mv.visitVarInsn(Opcodes.ASTORE, call);
    takeArguments();
    mv.visitVarInsn(Opcodes.ALOAD, call);
    dispatch("answered", "(Ljava/lang/Object;)Z");
    mv.visitJumpInsn(Opcodes.IFNE, skipped);
  }

  /** Of the parameters that are shown to Guard. */
  private int firstSlot() {
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < captured; i++) {
      slot += parameters[i].getSize();
    }
    return slot;
  }

  /** Stages may have replaced some. */
  private void takeArguments() {
    int slot = firstSlot();
    for (int i = captured; i < parameters.length; i++) {
      mv.visitInsn(Opcodes.DUP);
      push(i - captured);
      mv.visitInsn(Opcodes.AALOAD);
      Boxing.unbox(mv, parameters[i]);
      mv.visitVarInsn(parameters[i].getOpcode(Opcodes.ISTORE), slot);
      slot += parameters[i].getSize();
    }
    mv.visitInsn(Opcodes.POP);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    Label before = new Label();
    super.visitLabel(before);
    ranges.leave(before);
    if (opcode == Opcodes.RETURN) {
      mv.visitInsn(Opcodes.ACONST_NULL);
    } else {
      Boxing.box(mv, result);
    }
    mv.visitVarInsn(Opcodes.ALOAD, call);
    mv.visitInsn(Opcodes.SWAP);
    endWithResult();
    Label after = new Label();
    super.visitLabel(after);
    ranges.enter(after);
  }

  /** Ends a path on whose stack the call and its result are. */
  private void endWithResult() {
    dispatch("returned", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
    Boxing.unbox(mv, result);
    mv.visitInsn(result.getOpcode(Opcodes.IRETURN));
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    ranges.add(start, end, handler, type);
  }

  @Override
  public @Nullable AnnotationVisitor visitTryCatchAnnotation(
      int reference, TypePath path, String descriptor, boolean visible) {
    // It goes by the handler's place in the table, which changes; nothing reads it at run time.
    return null;
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    ranges.pass(label);
  }

  @Override
  public void visitFrame(int type, int localCount, Object[] locals, int stackSize, Object[] stack) {
    List<Object> known = new ArrayList<>();
    for (int i = 0; i < localCount; i++) {
      known.add(locals[i]);
    }
    frame(known, stackSize, stack);
  }

  /** A frame in which the call is known too. */
  private void frame(List<Object> known, int stackSize, Object[] stack) {
    int slots = 0;
    for (Object local : known) {
      slots += local == Opcodes.LONG || local == Opcodes.DOUBLE ? 2 : 1;
    }
    known.addAll(Collections.nCopies(call - slots, Opcodes.TOP));
    known.add(OBJECT.getInternalName());
    super.visitFrame(Opcodes.F_NEW, known.size(), known.toArray(), stackSize, stack);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    Label end = new Label();
    super.visitLabel(end);
    ranges.leave(end);
    super.visitLabel(failed);
    if (framed) {
      frame(new ArrayList<>(), 1, new Object[] {"java/lang/Throwable"});
    }
    mv.visitVarInsn(Opcodes.ALOAD, call);
    mv.visitInsn(Opcodes.SWAP);
    dispatch("failed", "(Ljava/lang/Object;Ljava/lang/Throwable;)Ljava/lang/Throwable;");
    mv.visitInsn(Opcodes.ATHROW);
    super.visitLabel(skipped);
    if (framed) {
      frame(entryLocals(), 0, new Object[0]);
    }
    mv.visitVarInsn(Opcodes.ALOAD, call);
    mv.visitInsn(Opcodes.ACONST_NULL);
    endWithResult();
    ranges.writeTo(mv);
    super.visitMaxs(Math.max(maxStack + RETURNING, ENTERING), maxLocals + 1);
  }

  /** The verification types of the parameters (JVMS 4.7.4). */
  private List<Object> entryLocals() {
    List<Object> types = new ArrayList<>();
    if (!isStatic) {
      types.add(owner);
    }
    for (Type parameter : parameters) {
      types.add(
          switch (parameter.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.ARRAY, Type.OBJECT -> parameter.getInternalName();
            default -> Opcodes.INTEGER;
          });
    }
    return types;
  }

  private void push(int constant) {
    if (constant <= Short.MAX_VALUE) {
      mv.visitIntInsn(Opcodes.SIPUSH, constant);
    } else {
      mv.visitLdcInsn(constant);
    }
  }

  private void dispatch(String method, String descriptor) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, Weaver.DISPATCH, method, descriptor, false);
  }
}
