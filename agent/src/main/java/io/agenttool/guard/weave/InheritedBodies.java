package io.agenttool.guard.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Tools that a class has of an interface, with the body of a superclass that knows nothing of that
 * interface: {@code class Sub extends Base implements Tools {}}. In {@code Base} the method is no
 * tool; in {@code Sub} there is nothing to weave. So {@code Sub} gets a method that calls {@code
 * super}, as its author might have written it.
 */
final class InheritedBodies {
  private InheritedBodies() {}

  /**
   * Finds them.
   *
   * @param inherited what all supertypes declare
   * @return the methods to be added, in which {@code access} is that of the body above
   * @throws Unguardable where a superclass cannot be read
   */
  static List<ToolMethod> of(
      Lineage lineage,
      ToolAnnotations annotations,
      @Nullable ClassLoader loader,
      ToolReader.Reading reading,
      Map<String, Declaration> inherited) {
    String above = reading.superName();
    if (above == null
        || above.equals("java/lang/Object")
        || (reading.access() & Opcodes.ACC_INTERFACE) != 0) {
      return List.of();
    }
    Map<String, Declaration> open = new HashMap<>(inherited);
    open.keySet().removeAll(reading.declared());
    // What a generic method's bridge leads to.
    reading
        .bridges()
        .forEach(
            (target, bridge) -> {
              if (!target.equals(bridge.key())) {
                open.put(target, bridge.declaration());
              }
            });
    if (!above.startsWith("java/")) {
      // There it is a tool already, woven or still abstract.
      open.keySet().removeAll(lineage.inherited(loader, List.of(above)).keySet());
    }
    List<ToolMethod> found = new ArrayList<>();
    while (!open.isEmpty() && above != null) {
      byte[] classFile = ClassFiles.readByParents(loader, above);
      if (classFile == null) {
        throw new Unguardable(
            "it inherits tools whose bodies may be in "
                + above.replace('/', '.')
                + ", and its loader shows no file of that class");
      }
      above = takeBodies(annotations, loader, classFile, open, found);
    }
    return found;
  }

  /**
   * The bridges that make a method of a package-private superclass public (JDK-6342411), where it
   * is no tool there.
   */
  static List<ToolMethod> bridges(
      Lineage lineage, @Nullable ClassLoader loader, ToolReader.Reading reading) {
    String above = reading.superName();
    if (above == null || reading.bridges().isEmpty()) {
      return List.of();
    }
    Map<String, ToolMethod> bridges = new HashMap<>(reading.bridges());
    bridges.entrySet().removeIf(entry -> !entry.getKey().equals(entry.getValue().key()));
    if (!above.startsWith("java/")) {
      bridges.keySet().removeAll(lineage.inherited(loader, List.of(above)).keySet());
    }
    return List.copyOf(bridges.values());
  }

  /** Takes the methods of one superclass; returns the name of the next. */
  private static @Nullable String takeBodies(
      ToolAnnotations annotations,
      @Nullable ClassLoader loader,
      byte[] classFile,
      Map<String, Declaration> open,
      List<ToolMethod> found) {
    ClassReader reader = ClassFiles.reader(classFile);
    String name = reader.getClassName();
    ClassVisitor methods =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String method,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            if ((access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0) {
              Declaration declaration = open.remove(method + descriptor);
              if (declaration != null && (access & Opcodes.ACC_ABSTRACT) == 0) {
                found.add(
                    new MethodReading(
                            annotations, loader, name, access, method, descriptor, signature)
                        .toTool(declaration));
              }
            }
            return null;
          }
        };
    reader.accept(methods, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return reader.getSuperName();
  }

  /** The class file with these methods in it. */
  static byte[] add(byte[] classFile, @Nullable String superName, List<ToolMethod> methods) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Set<String> added = methods.stream().map(ToolMethod::key).collect(Collectors.toSet());
    reader.accept(new Turning(writer, reader.getClassName(), added), 0);
    for (ToolMethod method : methods) {
      MethodVisitor code =
          writer.visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC,
              method.name(),
              method.descriptor(),
              null,
              null);
      code.visitCode();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      int slot = 1;
      for (Type type : Type.getArgumentTypes(method.descriptor())) {
        code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
        slot += type.getSize();
      }
      code.visitMethodInsn(
          Opcodes.INVOKESPECIAL, superName, method.name(), method.descriptor(), false);
      code.visitInsn(Type.getReturnType(method.descriptor()).getOpcode(Opcodes.IRETURN));
      // The writer counts them itself.
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
    return writer.toByteArray();
  }

  /** Turns bridges that call a superclass's method to the one that is added. */
  private static final class Turning extends ClassVisitor {
    private final String className;
    private final Set<String> added;

    Turning(ClassVisitor next, String className, Set<String> added) {
      super(Opcodes.ASM9, next);
      this.className = className;
      this.added = added;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if ((access & Opcodes.ACC_BRIDGE) == 0) {
        return next;
      }
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String calledDescriptor, boolean itf) {
          if (opcode == Opcodes.INVOKESPECIAL && added.contains(called + calledDescriptor)) {
            super.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, className, called, calledDescriptor, false);
          } else {
            super.visitMethodInsn(opcode, owner, called, calledDescriptor, itf);
          }
        }
      };
    }
  }
}
