package io.agenttool.guard.weave;

import static net.bytebuddy.matcher.ElementMatchers.hasDescriptor;
import static net.bytebuddy.matcher.ElementMatchers.named;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Inlines {@link ToolAdvice} into the tools of a class, and reads the outcome back. */
final class Weaver {
  private static final String DISPATCH = "java/lang/GuardDispatch";

  private final ByteBuddy byteBuddy =
      new ByteBuddy()
          .with(TypeValidation.DISABLED)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);
  private final ClassFileLocator ours;
  private final TypeDescription advice;

  /**
   * @param ours where Guard's own class files are found
   */
  Weaver(ClassFileLocator ours) {
    this.ours = ours;
    this.advice = TypePool.Default.of(ours).describe(ToolAdvice.class.getName()).resolve();
  }

  /**
   * @param loader the loader of the class
   * @param name its binary name
   * @param classFile its bytes
   * @param tools its tools by their numbers
   * @return the woven bytes, in which every one of the tools was seen to call the dispatcher
   * @throws IllegalStateException where one of them was not
   */
  byte[] weave(
      @Nullable ClassLoader loader, String name, byte[] classFile, Map<Integer, ToolMethod> tools) {
    ClassFileLocator locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, classFile),
            ClassFileLocator.ForClassLoader.of(loader),
            // for a loader that shows no resources
            ClassFileLocator.ForClassLoader.ofPlatformLoader());
    TypeDescription type = TypePool.Default.WithLazyResolution.of(locator).describe(name).resolve();
    AsmVisitorWrapper.ForDeclaredMethods methods = new AsmVisitorWrapper.ForDeclaredMethods();
    for (Map.Entry<Integer, ToolMethod> entry : tools.entrySet()) {
      ToolMethod tool = entry.getValue();
      methods =
          methods.method(
              named(tool.name()).and(hasDescriptor(tool.descriptor())),
              Advice.withCustomMapping().bind(ToolNumber.class, entry.getKey()).to(advice, ours));
    }
    byte[] woven = byteBuddy.redefine(type, locator).visit(methods).make().getBytes();
    Set<String> guarded = guarded(woven);
    for (ToolMethod tool : tools.values()) {
      if (!guarded.contains(tool.name() + tool.descriptor())) {
        throw new IllegalStateException(tool.name() + tool.descriptor() + " came out unwoven");
      }
    }
    return woven;
  }

  /** The methods of a class file that call the dispatcher's {@code enter} and {@code returned}. */
  private static Set<String> guarded(byte[] classFile) {
    Set<String> entered = new HashSet<>();
    Set<String> returned = new HashSet<>();
    ClassVisitor visitor =
        new ClassVisitor(OpenedClassReader.ASM_API) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new MethodVisitor(OpenedClassReader.ASM_API) {
              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String called, String calledDescriptor, boolean itf) {
                if (opcode == Opcodes.INVOKESTATIC && owner.equals(DISPATCH)) {
                  (called.equals("enter") ? entered : returned).add(name + descriptor);
                }
              }
            };
          }
        };
    OpenedClassReader.of(classFile)
        .accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    entered.retainAll(returned);
    return entered;
  }
}
