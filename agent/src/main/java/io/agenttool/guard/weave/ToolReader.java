package io.agenttool.guard.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads which methods of a class file are tools, by its own annotations and inherited ones. */
final class ToolReader {

  /**
   * What was read.
   *
   * @param version the class file's version
   * @param access the class's JVM access flags
   * @param superName the internal name of its superclass; {@code null} for none
   * @param declared the names and descriptors of all its methods
   * @param tools the methods with a body that are tools, bridges left out
   * @param bodiless constructors and abstract methods that are said to be tools themselves
   * @param bridges bridges to methods that are not in this class, by the key of that method
   * @param inheritable what subtypes inherit, by the method's name and descriptor: declared here
   *     and above
   */
  record Reading(
      int version,
      int access,
      @Nullable String superName,
      Set<String> declared,
      List<ToolMethod> tools,
      List<ToolMethod> bodiless,
      Map<String, ToolMethod> bridges,
      Map<String, Declaration> inheritable) {}

  private ToolReader() {}

  /**
   * @param classFile the bytes
   * @param inherited what the supertypes declare, by name and descriptor
   * @param annotations those that declare tools
   * @param loader the loader of the class
   */
  static Reading read(
      byte[] classFile,
      Map<String, Declaration> inherited,
      ToolAnnotations annotations,
      @Nullable ClassLoader loader) {
    Collector collector = new Collector(annotations, loader);
    // Debug information is kept: it names the parameters of classes compiled without -parameters.
    ClassReader reader = ClassFiles.reader(classFile);
    reader.accept(collector, ClassReader.SKIP_FRAMES);
    Map<String, Declaration> inheritable = new HashMap<>(inherited);
    List<ToolMethod> tools = new ArrayList<>();
    List<ToolMethod> bodiless = new ArrayList<>();
    Map<String, ToolMethod> bridges = new HashMap<>();
    Set<String> bodies = new HashSet<>();
    for (MethodReading method : collector.methods) {
      if ((method.access & Opcodes.ACC_BRIDGE) == 0) {
        bodies.add(method.key());
      }
    }
    for (MethodReading method : collector.methods) {
      Declaration declaration = declaration(method, collector.methods, inherited);
      if (declaration == null) {
        continue;
      }
      if (method.name.startsWith("<")) {
        bodiless.add(method.toTool(declaration));
        continue;
      }
      if ((method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0) {
        inheritable.put(method.key(), declaration);
      }
      if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0) {
        tools.add(method.toTool(declaration));
      } else if (method.bridgeTo != null && !bodies.contains(method.bridgeTo)) {
        bridges.put(method.bridgeTo, method.toTool(declaration));
      }
      if ((method.access & Opcodes.ACC_ABSTRACT) != 0
          && declaration.entry() == null
          && method.ownDeclaration() != null) {
        bodiless.add(method.toTool(declaration));
      }
    }
    Set<String> declared = new HashSet<>();
    collector.methods.forEach(method -> declared.add(method.key()));
    return new Reading(
        collector.version,
        collector.access,
        collector.superName,
        declared,
        tools,
        bodiless,
        bridges,
        inheritable);
  }

  /** Its own, else what the method that it overrides declares, else that of a bridge to it. */
  private static @Nullable Declaration declaration(
      MethodReading method, List<MethodReading> all, Map<String, Declaration> inherited) {
    Declaration own = method.ownDeclaration();
    if (method.name.startsWith("<")
        || (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) != 0) {
      return own;
    }
    Declaration above = above(method, all, inherited);
    return own == null ? above : own.overriding(above);
  }

  private static @Nullable Declaration above(
      MethodReading method, List<MethodReading> all, Map<String, Declaration> inherited) {
    Declaration same = inherited.get(method.key());
    if (same != null) {
      return same;
    }
    for (MethodReading bridge : all) {
      if (method.key().equals(bridge.bridgeTo) && inherited.containsKey(bridge.key())) {
        return inherited.get(bridge.key());
      }
    }
    return null;
  }

  private static final class Collector extends ClassVisitor {
    final List<MethodReading> methods = new ArrayList<>();
    int version;
    int access;
    @Nullable String superName;
    private final ToolAnnotations annotations;
    private final @Nullable ClassLoader loader;
    private String className = "";

    Collector(ToolAnnotations annotations, @Nullable ClassLoader loader) {
      super(Opcodes.ASM9);
      this.annotations = annotations;
      this.loader = loader;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      this.version = version;
      this.access = access;
      this.superName = superName;
      this.className = name;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodReading method =
          new MethodReading(annotations, loader, className, access, name, descriptor, signature);
      methods.add(method);
      return method;
    }
  }
}
