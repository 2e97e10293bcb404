package io.agenttool.guard.it.apps.fuzz;

import java.util.Random;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The random body of a tool: branches, loops, switches, handlers, monitors, recursion, throws and
 * returns anywhere. It ends for all arguments.
 */
final class Body {
  private static final String TRACE = Type.getInternalName(Trace.class);

  private final Random random;
  private final Shape shape;
  private final String owner;
  private final MethodVisitor code;
  private final Locals locals = new Locals();
  private final Expressions expressions;
  private final Label begin = new Label();
  private final Label end = new Label();
  private int blocks;
  private int budget;

  Body(Shape shape, String owner, MethodVisitor code) {
    this.random = new Random(~shape.seed());
    this.shape = shape;
    this.owner = owner;
    this.code = code;
    this.expressions = new Expressions(random, code, locals, shape.version());
    this.budget = shape.size();
  }

  void write() {
    code.visitCode();
    code.visitLabel(begin);
    if (!shape.isStatic()) {
      locals.declare(Type.getObjectType(owner), false);
    }
    for (int i = 0; i < shape.parameters().size(); i++) {
      locals.declare(shape.parameters().get(i), i != shape.word());
    }
    if (random.nextInt(4) == 0) {
      // A jump back to the first instruction.
      trace("again", "()Z");
      code.visitJumpInsn(Opcodes.IFNE, begin);
    }
    if (block(3, true)) {
      leave();
    }
    code.visitLabel(end);
    if (shape.debug()) {
      names();
    }
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void names() {
    int slot = 0;
    if (!shape.isStatic()) {
      code.visitLocalVariable("this", "L" + owner + ";", null, begin, end, slot++);
    }
    for (int i = 0; i < shape.parameters().size(); i++) {
      Type type = shape.parameters().get(i);
      code.visitLocalVariable("given" + i, type.getDescriptor(), null, begin, end, slot);
      slot += type.getSize();
    }
  }

  /** Writes statements; returns whether the code after them is reached. */
  private boolean block(int depth, boolean mayReturn) {
    Locals.Begin scope = locals.begin();
    mark();
    boolean goesOn = true;
    for (int i = 1 + random.nextInt(depth == 3 ? 12 : 3); i > 0 && goesOn && budget > 0; i--) {
      budget--;
      goesOn = statement(depth, mayReturn);
    }
    locals.end(scope);
    return goesOn;
  }

  private void mark() {
    if (shape.debug()) {
      Label line = new Label();
      code.visitLabel(line);
      code.visitLineNumber(10 + blocks, line);
    }
    code.visitIntInsn(Opcodes.SIPUSH, blocks++);
    trace("mark", "(I)V");
  }

  private void trace(String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, TRACE, name, descriptor, false);
  }

  private boolean statement(int depth, boolean mayReturn) {
    int kind = random.nextInt(depth == 0 ? 5 : 12);
    switch (kind) {
      case 0, 1 -> declare();
      case 2 -> assign();
      case 3 -> recurse();
      case 4 -> {
        return !(mayReturn && random.nextInt(3) == 0) || !end(depth);
      }
      case 5, 6 -> {
        return choose(depth, mayReturn);
      }
      case 7 -> loop(depth, mayReturn);
      case 8 -> {
        return choice(depth, mayReturn);
      }
      case 9 -> {
        return attempt(depth, mayReturn);
      }
      case 10 -> {
        return locked(depth);
      }
      default -> throwing(depth);
    }
    return true;
  }

  private void declare() {
    Type type =
        random.nextBoolean() || shape.returns().equals(Type.VOID_TYPE) ? some() : shape.returns();
    expressions.push(type, 2);
    store(locals.declare(type, true));
  }

  private Type some() {
    Type[] types = {
      Type.INT_TYPE, Type.LONG_TYPE, Type.DOUBLE_TYPE, Type.FLOAT_TYPE, Shape.STRING, Shape.OBJECT
    };
    return types[random.nextInt(types.length)];
  }

  private void store(Locals.Local local) {
    code.visitVarInsn(local.type().getOpcode(Opcodes.ISTORE), local.slot());
  }

  /** To a parameter, too. */
  private void assign() {
    Locals.Local local = locals.any(random, Locals.Local::writable);
    if (local != null) {
      expressions.push(local.type(), 2);
      store(local);
    }
  }

  /** Calls this same tool with what its parameters are now. */
  private void recurse() {
    Label past = new Label();
    trace("again", "()Z");
    code.visitJumpInsn(Opcodes.IFEQ, past);
    int slot = 0;
    if (!shape.isStatic()) {
      code.visitVarInsn(Opcodes.ALOAD, slot++);
    }
    for (Type type : shape.parameters()) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      slot += type.getSize();
    }
    boolean inInterface = shape.kind().isBodyInInterface();
    code.visitMethodInsn(
        Calls.opcode(shape, inInterface), owner, "tool", shape.descriptor(), inInterface);
    if (shape.returns().getSize() > 0) {
      code.visitInsn(shape.returns().getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
    code.visitLabel(past);
  }

  /** A return or a throw; in the outermost block those are at its end. */
  private boolean end(int depth) {
    if (depth == 3) {
      return false;
    }
    if (random.nextBoolean()) {
      thrown();
    } else {
      leave();
    }
    return true;
  }

  private void thrown() {
    code.visitTypeInsn(Opcodes.NEW, "java/lang/IllegalStateException");
    code.visitInsn(Opcodes.DUP);
    code.visitLdcInsn("thrown " + random.nextInt(100));
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL,
        "java/lang/IllegalStateException",
        "<init>",
        "(Ljava/lang/String;)V",
        false);
    code.visitInsn(Opcodes.ATHROW);
  }

  private void leave() {
    if (random.nextInt(8) == 0) {
      // Some compilers leave values below the result.
      expressions.push(Type.LONG_TYPE, 0);
      expressions.push(Shape.STRING, 0);
    }
    if (!shape.returns().equals(Type.VOID_TYPE)) {
      expressions.push(shape.returns(), 2);
    }
    code.visitInsn(shape.returns().getOpcode(Opcodes.IRETURN));
  }

  private boolean choose(int depth, boolean mayReturn) {
    Label otherwise = new Label();
    Label past = new Label();
    expressions.push(Type.BOOLEAN_TYPE, 2);
    code.visitJumpInsn(Opcodes.IFEQ, otherwise);
    boolean first = block(depth - 1, mayReturn);
    if (first) {
      code.visitJumpInsn(Opcodes.GOTO, past);
    }
    code.visitLabel(otherwise);
    boolean second = block(depth - 1, mayReturn);
    code.visitLabel(past);
    return first || second;
  }

  private void loop(int depth, boolean mayReturn) {
    Locals.Begin scope = locals.begin();
    Locals.Local counter = locals.declare(Type.INT_TYPE, false);
    code.visitIntInsn(Opcodes.BIPUSH, 1 + random.nextInt(3));
    store(counter);
    Label again = new Label();
    Label past = new Label();
    code.visitLabel(again);
    code.visitVarInsn(Opcodes.ILOAD, counter.slot());
    code.visitJumpInsn(Opcodes.IFEQ, past);
    code.visitIincInsn(counter.slot(), -1);
    if (block(depth - 1, mayReturn)) {
      code.visitJumpInsn(Opcodes.GOTO, again);
    }
    code.visitLabel(past);
    locals.end(scope);
  }

  private boolean choice(int depth, boolean mayReturn) {
    Label[] cases = {new Label(), new Label(), new Label()};
    Label otherwise = new Label();
    Label past = new Label();
    expressions.push(Type.INT_TYPE, 2);
    code.visitInsn(Opcodes.ICONST_3);
    code.visitInsn(Opcodes.IAND);
    if (random.nextBoolean()) {
      code.visitTableSwitchInsn(0, 2, otherwise, cases);
    } else {
      code.visitLookupSwitchInsn(otherwise, new int[] {-7, 1, 2}, cases);
    }
    boolean goesOn = false;
    for (Label each : cases) {
      code.visitLabel(each);
      if (block(depth - 1, mayReturn)) {
        code.visitJumpInsn(Opcodes.GOTO, past);
        goesOn = true;
      }
    }
    code.visitLabel(otherwise);
    goesOn |= block(depth - 1, mayReturn);
    code.visitLabel(past);
    return goesOn;
  }

  /** {@code try}, with a {@code catch} or what {@code finally} is compiled to. */
  private boolean attempt(int depth, boolean mayReturn) {
    Label from = new Label();
    Label to = new Label();
    Label handler = new Label();
    Label past = new Label();
    code.visitLabel(from);
    boolean first = block(depth - 1, mayReturn);
    code.visitLabel(to);
    if (first) {
      code.visitJumpInsn(Opcodes.GOTO, past);
    }
    code.visitLabel(handler);
    boolean isFinally = random.nextBoolean();
    Locals.Begin scope = locals.begin();
    Locals.Local caught = locals.declare(Type.getType(Throwable.class), false);
    store(caught);
    boolean second = block(depth - 1, mayReturn);
    if (second && isFinally) {
      code.visitVarInsn(Opcodes.ALOAD, caught.slot());
      code.visitInsn(Opcodes.ATHROW);
      second = false;
    }
    locals.end(scope);
    code.visitTryCatchBlock(from, to, handler, isFinally ? null : "java/lang/RuntimeException");
    code.visitLabel(past);
    return first || second;
  }

  /** {@code synchronized}: a return would have to leave the monitor, so there is none. */
  private boolean locked(int depth) {
    Locals.Begin scope = locals.begin();
    Locals.Local lock = locals.declare(Shape.OBJECT, false);
    Label from = new Label();
    Label to = new Label();
    Label handler = new Label();
    Label past = new Label();
    code.visitLdcInsn("lock");
    code.visitInsn(Opcodes.DUP);
    store(lock);
    code.visitInsn(Opcodes.MONITORENTER);
    code.visitLabel(from);
    boolean goesOn = block(depth - 1, false);
    if (goesOn) {
      code.visitVarInsn(Opcodes.ALOAD, lock.slot());
      code.visitInsn(Opcodes.MONITOREXIT);
    }
    code.visitLabel(to);
    if (goesOn) {
      code.visitJumpInsn(Opcodes.GOTO, past);
    }
    code.visitLabel(handler);
    code.visitVarInsn(Opcodes.ALOAD, lock.slot());
    code.visitInsn(Opcodes.MONITOREXIT);
    code.visitInsn(Opcodes.ATHROW);
    code.visitTryCatchBlock(from, to, handler, null);
    code.visitLabel(past);
    locals.end(scope);
    return goesOn;
  }

  private void throwing(int depth) {
    Label past = new Label();
    expressions.push(Type.BOOLEAN_TYPE, depth);
    code.visitJumpInsn(Opcodes.IFEQ, past);
    thrown();
    code.visitLabel(past);
  }
}
