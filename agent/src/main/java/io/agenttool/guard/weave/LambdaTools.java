package io.agenttool.guard.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lambdas and method references that implement a method which is a tool. The class that the JVM
 * makes of one is hidden, and shown to no transformer; the instruction that asks for it is in an
 * ordinary class ({@link java.lang.invoke.LambdaMetafactory}), and can be turned to a method of
 * Guard's own that refuses.
 */
final class LambdaTools {
  /** What such methods are called, with the number of the lambda in its class. */
  private static final String PREFIX = "guard$lambda$";

  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  private LambdaTools() {}

  /** Whether a method stands for a lambda. */
  static boolean isOne(ToolMethod method) {
    return method.name().startsWith(PREFIX);
  }

  /**
   * Finds them.
   *
   * @param interfaces what an interface by its internal name declares, by name and descriptor
   * @return the methods that can stand in for them
   */
  static List<ToolMethod> of(
      byte[] classFile,
      ToolAnnotations annotations,
      @Nullable ClassLoader loader,
      Map<String, Map<String, Declaration>> interfaces) {
    List<ToolMethod> found = new ArrayList<>();
    Sites sites =
        new Sites(null) {
          @Override
          Object[] site(int number, String method, String descriptor, Object[] arguments) {
            String type = Type.getReturnType(descriptor).getInternalName();
            String implemented = ((Type) arguments[0]).getDescriptor();
            Declaration declaration =
                interfaces.getOrDefault(type, Map.of()).get(method + implemented);
            if (declaration != null && declaration.entry() == null) {
              ToolMethod tool =
                  new MethodReading(
                          annotations,
                          loader,
                          type,
                          Opcodes.ACC_ABSTRACT,
                          method,
                          implemented,
                          null)
                      .toTool(declaration);
              found.add(tool.standingIn(PREFIX + number, standIn(descriptor, implemented)));
            }
            return arguments;
          }
        };
    ClassFiles.reader(classFile).accept(sites, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  /** What is captured, then the arguments. */
  private static String standIn(String descriptor, String implemented) {
    return descriptor.substring(0, descriptor.indexOf(')')) + implemented.substring(1);
  }

  /** The class file with these methods in it, still without use, and its lambdas turned to them. */
  static byte[] turn(byte[] classFile, List<ToolMethod> methods) {
    Set<String> turned = methods.stream().map(ToolMethod::name).collect(Collectors.toSet());
    ClassReader reader = new ClassReader(classFile);
    boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new Sites(writer) {
          @Override
          Object[] site(int number, String method, String descriptor, Object[] arguments) {
            if (!turned.contains(PREFIX + number)) {
              return arguments;
            }
            Object[] other = arguments.clone();
            String target = standIn(descriptor, ((Type) arguments[0]).getDescriptor());
            other[1] =
                new Handle(
                    Opcodes.H_INVOKESTATIC,
                    reader.getClassName(),
                    PREFIX + number,
                    target,
                    isInterface);
            other[2] = arguments[0];
            return other;
          }
        },
        0);
    for (ToolMethod method : methods) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
      MethodVisitor code =
          writer.visitMethod(access, method.name(), method.descriptor(), null, null);
      code.visitCode();
      code.visitInsn(Opcodes.ACONST_NULL);
      code.visitInsn(Opcodes.ATHROW);
      // The writer counts them itself.
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
    return writer.toByteArray();
  }

  /** Meets the lambdas of a class one by one, in an order that is always the same. */
  private abstract static class Sites extends ClassVisitor {
    private int next;

    Sites(@Nullable ClassVisitor target) {
      super(Opcodes.ASM9, target);
    }

    /**
     * A lambda.
     *
     * @param method the name of the method that it implements
     * @param descriptor takes what it captures and returns its interface
     * @param arguments the factory's: the method's type, the body, the type with its generics
     * @return those to be there instead
     */
    abstract Object[] site(int number, String method, String descriptor, Object[] arguments);

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor target = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, target) {
        @Override
        public void visitInvokeDynamicInsn(
            String method, String factoryType, Handle factory, Object... arguments) {
          boolean isLambda = factory.getOwner().equals(FACTORY) && arguments.length >= 3;
          super.visitInvokeDynamicInsn(
              method,
              factoryType,
              factory,
              isLambda ? site(next++, method, factoryType, arguments) : arguments);
        }
      };
    }
  }
}
