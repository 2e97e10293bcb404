package io.agenttool.guard.weave;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Leads the tools of a class through the dispatcher, and reads the outcome back. */
final class Weaver {
  static final String DISPATCH = "java/lang/GuardDispatch";

  /** The first version of class files in which the verifier asks for stack maps (JVMS 4.10.1). */
  private static final int WITH_FRAMES = Opcodes.V1_6;

  private Weaver() {}

  /**
   * @param classFile the bytes of a class
   * @param tools its tools by their numbers
   * @return the woven bytes, in which every one of the tools was seen to call the dispatcher
   * @throws IllegalStateException where one of them was not
   */
  static byte[] weave(byte[] classFile, Map<Integer, ToolMethod> tools) {
    ClassReader reader = new ClassReader(classFile);
    // What is not woven is copied as it is; no frame is computed, so no class is asked for.
    ClassWriter writer = new ClassWriter(reader, 0);
    Weaving weaving = new Weaving(writer, tools, MethodReads.localsOf(reader));
    reader.accept(weaving, ClassReader.EXPAND_FRAMES);
    byte[] woven = writer.toByteArray();
    Set<String> guarded = MethodReads.guardedIn(woven);
    for (ToolMethod tool : tools.values()) {
      if (!guarded.contains(tool.key())) {
        throw new IllegalStateException(tool.key() + " came out unwoven");
      }
    }
    return woven;
  }

  private static final class Weaving extends ClassVisitor {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> captured = new HashMap<>();
    private final Map<String, Integer> locals;
    private String owner = "";
    private boolean framed;

    Weaving(ClassVisitor next, Map<Integer, ToolMethod> tools, Map<String, Integer> locals) {
      super(Opcodes.ASM9, next);
      this.locals = locals;
      tools.forEach(
          (number, tool) -> {
            numbers.put(tool.key(), number);
            captured.put(tool.key(), LambdaTools.captured(tool));
          });
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      framed = (version & 0xFFFF) >= WITH_FRAMES;
      owner = name;
      super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      String key = name + descriptor;
      Integer number = numbers.get(key);
      Integer slot = locals.get(key);
      return number == null || slot == null
          ? next
          : new WovenMethod(
              next, number, owner, access, descriptor, captured.getOrDefault(key, 0), slot, framed);
    }
  }

  /** What is read of a class's methods before and after. */
  private static final class MethodReads extends ClassVisitor {
    private final Map<String, Integer> locals = new HashMap<>();
    private final Set<String> entered = new HashSet<>();
    private final Set<String> returned = new HashSet<>();
    private final Set<String> failed = new HashSet<>();

    private MethodReads(ClassReader reader) {
      super(Opcodes.ASM9);
      reader.accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** How many slots for local variables each method with a body has. */
    static Map<String, Integer> localsOf(ClassReader reader) {
      return new MethodReads(reader).locals;
    }

    /** The methods that tell the dispatcher of each call, and of both of its ends. */
    static Set<String> guardedIn(byte[] classFile) {
      MethodReads reads = new MethodReads(new ClassReader(classFile));
      reads.entered.retainAll(reads.returned);
      reads.entered.retainAll(reads.failed);
      return reads.entered;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      String key = name + descriptor;
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String calledDescriptor, boolean itf) {
          if (opcode == Opcodes.INVOKESTATIC && owner.equals(DISPATCH)) {
            switch (called) {
              case "enter" -> entered.add(key);
              case "returned" -> returned.add(key);
              case "failed" -> failed.add(key);
              default -> {}
            }
          }
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
          locals.put(key, maxLocals);
        }
      };
    }
  }
}
