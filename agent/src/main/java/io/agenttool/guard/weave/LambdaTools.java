package io.agenttool.guard.weave;

import static java.util.Objects.requireNonNull;

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
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lambdas and method references that implement a method which is a tool. The class that the JVM
 * makes of one is hidden, and shown to no transformer; the instruction that asks for it is in an
 * ordinary class ({@link java.lang.invoke.LambdaMetafactory}). It is turned to a method of Guard's
 * own in that class, which is woven as any other, and which makes and calls the lambda as it was.
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

  /** How many of a method's parameters, the first, are no arguments: what a lambda captures. */
  static int captured(ToolMethod method) {
    return isOne(method)
        ? Type.getArgumentTypes(method.descriptor()).length - method.parameters().size()
        : 0;
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
          Object[] site(Site site) {
            String implemented = site.implemented();
            Declaration declaration =
                interfaces.getOrDefault(site.type(), Map.of()).get(site.method() + implemented);
            if (declaration != null) {
              ToolMethod tool =
                  new MethodReading(
                          annotations,
                          loader,
                          site.type(),
                          Opcodes.ACC_ABSTRACT,
                          site.method(),
                          implemented,
                          null)
                      .toTool(declaration);
              found.add(
                  tool.standingIn(PREFIX + site.number(), standIn(site.descriptor(), implemented)));
            }
            return site.arguments().toArray();
          }
        };
    ClassFiles.reader(classFile).accept(sites, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  /** What is captured, then the arguments. */
  private static String standIn(String descriptor, String implemented) {
    return descriptor.substring(0, descriptor.indexOf(')')) + implemented.substring(1);
  }

  /** The class file with these methods in it, still to be woven, and its lambdas turned to them. */
  static byte[] turn(byte[] classFile, List<ToolMethod> methods) {
    Set<String> turned = methods.stream().map(ToolMethod::name).collect(Collectors.toSet());
    ClassReader reader = new ClassReader(classFile);
    boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Map<String, Site> sites = new HashMap<>();
    reader.accept(
        new Sites(writer) {
          @Override
          Object[] site(Site site) {
            Object[] arguments = site.arguments().toArray();
            String name = PREFIX + site.number();
            if (!turned.contains(name)) {
              return arguments;
            }
            sites.put(name, site);
            arguments[1] =
                new Handle(
                    Opcodes.H_INVOKESTATIC,
                    reader.getClassName(),
                    name,
                    standIn(site.descriptor(), site.implemented()),
                    isInterface);
            arguments[2] = arguments[0];
            return arguments;
          }
        },
        0);
    for (ToolMethod method : methods) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
      MethodVisitor code =
          writer.visitMethod(access, method.name(), method.descriptor(), null, null);
      requireNonNull(sites.get(method.name()), method.name()).writeTo(code);
    }
    return writer.toByteArray();
  }

  /**
   * A lambda.
   *
   * @param number its place among those of its class
   * @param method the name of the method that it implements
   * @param descriptor takes what it captures and returns its interface
   * @param factory makes it
   * @param arguments the factory's: the method's type, the body, the type with its generics
   */
  private record Site(
      int number, String method, String descriptor, Handle factory, List<Object> arguments) {

    String type() {
      return Type.getReturnType(descriptor).getInternalName();
    }

    /** The descriptor of the method that it implements. */
    String implemented() {
      return ((Type) arguments.get(0)).getDescriptor();
    }

    /** Has the factory fit arguments and result to the body: makes the lambda, and calls it. */
    void writeTo(MethodVisitor code) {
      code.visitCode();
      int slot = load(code, descriptor, 0);
      code.visitInvokeDynamicInsn(method, descriptor, factory, arguments.toArray());
      load(code, implemented(), slot);
      code.visitMethodInsn(Opcodes.INVOKEINTERFACE, type(), method, implemented(), true);
      code.visitInsn(Type.getReturnType(implemented()).getOpcode(Opcodes.IRETURN));
      // The writer counts them itself.
      code.visitMaxs(0, 0);
      code.visitEnd();
    }

    private static int load(MethodVisitor code, String descriptor, int first) {
      int slot = first;
      for (Type parameter : Type.getArgumentTypes(descriptor)) {
        code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
        slot += parameter.getSize();
      }
      return slot;
    }
  }

  /** Meets the lambdas of a class one by one, in an order that is always the same. */
  private abstract static class Sites extends ClassVisitor {
    private int next;

    Sites(@Nullable ClassVisitor target) {
      super(Opcodes.ASM9, target);
    }

    /** Returns the factory's arguments that are to be there instead. */
    abstract Object[] site(Site site);

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
              isLambda
                  ? site(new Site(next++, method, factoryType, factory, List.of(arguments)))
                  : arguments);
        }
      };
    }
  }
}
