package io.agenttool.guard.weave;

import io.agenttool.guard.call.Tool.Parameter;
import io.agenttool.guard.settings.ArgKind;
import io.agenttool.guard.settings.ArgPolicy;
import io.agenttool.guard.settings.ToolHints;
import io.agenttool.guard.settings.ToolHints.SandboxHint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** One method of a class file: its annotations, its parameters' names, and where it bridges to. */
final class MethodReading extends MethodVisitor {
  private static final String TOOL_ARG = "Lio/agenttool/ToolArg;";
  private static final String SANDBOXED = "Lio/agenttool/Sandboxed;";

  final int access;
  final String name;

  /** The key of the method, of this class or above, that this bridge calls; {@code null}: none. */
  @Nullable String bridgeTo;

  private final String className;
  private final String descriptor;
  private final Type[] types;
  private final Map<Framework, AnnotationReading> annotations = new HashMap<>();
  private final Map<Integer, AnnotationReading> toolArgs = new HashMap<>();
  private final Map<Integer, String> declaredNames = new HashMap<>();
  private final Map<Integer, String> slotNames = new HashMap<>();
  private int parametersSeen;

  MethodReading(String className, int access, String name, String descriptor) {
    super(OpenedClassReader.ASM_API);
    this.className = className;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.types = Type.getArgumentTypes(descriptor);
  }

  /** What overriding methods have in common. */
  String key() {
    return name + descriptor;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
    for (Framework framework : Framework.ALL) {
      if (framework.annotation().equals(annotation)) {
        AnnotationReading reading = new AnnotationReading();
        annotations.put(framework, reading);
        return reading;
      }
    }
    return null;
  }

  @Override
  public @Nullable AnnotationVisitor visitParameterAnnotation(
      int parameter, String annotation, boolean visible) {
    if (!annotation.equals(TOOL_ARG)) {
      return null;
    }
    AnnotationReading reading = new AnnotationReading();
    toolArgs.put(parameter, reading);
    return reading;
  }

  @Override
  public void visitParameter(@Nullable String parameterName, int parameterAccess) {
    if (parameterName != null) {
      declaredNames.put(parametersSeen, parameterName);
    }
    parametersSeen++;
  }

  @Override
  public void visitLocalVariable(
      String variable,
      String variableDescriptor,
      @Nullable String signature,
      Label start,
      Label end,
      int slot) {
    // The first variable of a slot: later ones reuse it.
    slotNames.putIfAbsent(slot, variable);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
    if ((access & Opcodes.ACC_BRIDGE) != 0
        && called.equals(name)
        && (owner.equals(className) || opcode == Opcodes.INVOKESPECIAL)) {
      bridgeTo = called + calledDescriptor;
    }
  }

  /** What this method's own annotations say; {@code null} where none declares a tool. */
  @Nullable Declaration ownDeclaration() {
    for (Framework framework : Framework.ALL) {
      if (annotations.containsKey(framework)) {
        return new Declaration(
            framework,
            toolName(),
            annotations.entrySet().stream()
                .anyMatch(entry -> entry.getValue().flag(entry.getKey().destructiveAttribute())),
            sandbox(),
            args(),
            argNames(),
            parameterNames());
      }
    }
    return null;
  }

  private String toolName() {
    for (Framework framework : Framework.ALL) {
      AnnotationReading reading = annotations.get(framework);
      String given = reading == null ? null : reading.text(framework.nameAttribute());
      if (given != null) {
        return given;
      }
    }
    return name;
  }

  private @Nullable SandboxHint sandbox() {
    for (Map.Entry<Framework, AnnotationReading> entry : annotations.entrySet()) {
      if (entry.getKey().annotation().equals(SANDBOXED)) {
        String language = entry.getValue().text("language");
        return new SandboxHint(
            language == null ? "python" : language, entry.getValue().text("code"));
      }
    }
    return null;
  }

  private Map<Integer, ArgPolicy> args() {
    Map<Integer, ArgPolicy> args = new HashMap<>();
    toolArgs.forEach(
        (index, arg) -> {
          String kind = arg.text("kind");
          args.put(
              index,
              new ArgPolicy(
                  kind == null ? null : ArgKind.valueOf(kind),
                  arg.texts("allow"),
                  arg.texts("deny"),
                  arg.texts("within"),
                  arg.text("base"),
                  arg.text("pattern"),
                  arg.count("maxLength"),
                  arg.texts("oneOf"),
                  arg.number("min"),
                  arg.number("max")));
        });
    return args;
  }

  private Map<Integer, String> argNames() {
    Map<Integer, String> names = new HashMap<>();
    toolArgs.forEach(
        (index, arg) -> {
          String given = arg.text("name");
          if (given != null) {
            names.put(index, given);
          }
        });
    return names;
  }

  /** From {@code javac -parameters}, else from the debug information of the body. */
  private Map<Integer, String> parameterNames() {
    Map<Integer, String> names = new HashMap<>();
    int slot = (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    for (int i = 0; i < types.length; i++) {
      String known = declaredNames.getOrDefault(i, slotNames.get(slot));
      if (known != null) {
        names.put(i, known);
      }
      slot += types[i].getSize();
    }
    return names;
  }

  /** This method as a tool, with what is declared here or above. */
  ToolMethod toTool(Declaration declaration) {
    Map<Integer, String> own = parameterNames();
    List<Parameter> parameters = new ArrayList<>();
    Map<String, ArgPolicy> hints = new HashMap<>();
    for (int i = 0; i < types.length; i++) {
      String inherited = declaration.parameterNames().getOrDefault(i, "arg" + i);
      String known = declaration.argNames().getOrDefault(i, own.getOrDefault(i, inherited));
      parameters.add(new Parameter(i, known, types[i].getClassName()));
      ArgPolicy arg = declaration.args().get(i);
      if (arg != null) {
        hints.put(known, arg);
      }
    }
    return new ToolMethod(
        access,
        name,
        descriptor,
        declaration,
        parameters,
        new ToolHints(declaration.destructive(), hints, declaration.sandbox()));
  }
}
