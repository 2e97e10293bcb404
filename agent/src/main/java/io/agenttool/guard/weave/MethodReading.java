package io.agenttool.guard.weave;

import io.agenttool.guard.call.Caller;
import io.agenttool.guard.call.Tool.Parameter;
import io.agenttool.guard.entry.EntryPoint;
import io.agenttool.guard.settings.ArgKind;
import io.agenttool.guard.settings.ArgPolicy;
import io.agenttool.guard.settings.MatchRule;
import io.agenttool.guard.settings.ToolHints;
import io.agenttool.guard.settings.ToolHints.SandboxHint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One method of a class file: its annotations, its parameters' names, and where it bridges to. */
final class MethodReading extends MethodVisitor {
  private static final String TOOL_ARG = "Lio/agenttool/ToolArg;";

  /** Annotations whose attribute {@code name} is the parameter's name for the model. */
  private static final Set<String> NAMING =
      Set.of(
          TOOL_ARG,
          "Ldev/langchain4j/agent/tool/P;",
          "Lcom/microsoft/semantickernel/semanticfunctions/annotations/KernelFunctionParameter;",
          "Lio/quarkiverse/mcp/server/ToolArg;",
          "Lcom/google/adk/tools/Annotations$Schema;");

  private static final String MEMORY_ID = "Ldev/langchain4j/agent/tool/ToolMemoryId;";
  private static final String SANDBOXED = "Lio/agenttool/Sandboxed;";

  final int access;
  final String name;

  /** The key of the method, of this class or above, that this bridge calls; {@code null}: none. */
  @Nullable String bridgeTo;

  private final String className;
  private final String descriptor;
  private final Type[] types;
  private final String result;
  private final @Nullable MatchRule rule;
  private final ToolAnnotations known;
  private final @Nullable ClassLoader loader;
  private final List<Carried> annotations = new ArrayList<>();
  private final Map<Integer, AnnotationReading> toolArgs = new HashMap<>();
  private final Map<Integer, List<AnnotationReading>> naming = new HashMap<>();
  private final Set<Integer> memoryIds = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private @Nullable String machine;
  private final Map<Integer, String> declaredNames = new HashMap<>();
  private final Map<Integer, String> slotNames = new HashMap<>();
  private int parametersSeen;

  /** A tool annotation on this method. */
  private record Carried(Framework row, AnnotationReading values) {}

  MethodReading(
      ToolAnnotations known,
      @Nullable ClassLoader loader,
      String className,
      int access,
      String name,
      String descriptor,
      @Nullable String signature) {
    super(Opcodes.ASM9);
    this.known = known;
    this.loader = loader;
    this.className = className;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.types = Type.getArgumentTypes(descriptor);
    String generic = signature == null ? descriptor : signature;
    this.result = generic.substring(generic.indexOf(')') + 1);
    this.rule = known.rules().of(className, access, name, descriptor);
  }

  /** What overriding methods have in common. */
  String key() {
    return name + descriptor;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
    Framework row = known.row(loader, annotation);
    if (row == null) {
      return null;
    }
    Carried carried = new Carried(row, new AnnotationReading());
    annotations.add(carried);
    annotations.sort(Comparator.comparingInt(each -> known.rank(each.row())));
    return carried.values();
  }

  @Override
  public @Nullable AnnotationVisitor visitParameterAnnotation(
      int parameter, String annotation, boolean visible) {
    if (annotation.equals(MEMORY_ID)) {
      memoryIds.add(parameter);
    }
    if (!NAMING.contains(annotation)) {
      return null;
    }
    AnnotationReading reading = new AnnotationReading();
    List<AnnotationReading> names = naming.computeIfAbsent(parameter, any -> new ArrayList<>());
    if (annotation.equals(TOOL_ARG)) {
      toolArgs.put(parameter, reading);
      names.add(0, reading);
    } else {
      names.add(reading);
    }
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

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.INSTANCEOF) {
      asked.add(type);
    }
  }

  /** Kotlin's compiler has a suspend function ask its continuation whether it is its own. */
  @Override
  public void visitFieldInsn(int opcode, String owner, String field, String fieldDescriptor) {
    if (machine == null
        && opcode == Opcodes.GETFIELD
        && field.equals("label")
        && fieldDescriptor.equals("I")
        && asked.contains(owner)
        && descriptor.endsWith(ToolMethod.SUSPENDED)) {
      machine = owner.replace('/', '.');
    }
  }

  /**
   * Where Kotlin puts the body of a suspend function that can be overridden, annotations and all.
   */
  private boolean isSuspendedBody() {
    int hidden = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    return (access & hidden) == hidden && name.endsWith("$suspendImpl");
  }

  /** What is said of this very method; {@code null} where nothing makes it a tool. */
  @Nullable Declaration ownDeclaration() {
    if (isSuspendedBody()) {
      return null;
    }
    EntryPoint entry = annotations.isEmpty() ? EntryPoint.of(className, key()) : null;
    if (entry != null) {
      return Declaration.of(entry);
    }
    if (annotations.isEmpty() && rule == null) {
      return null;
    }
    return new Declaration(
        annotations.isEmpty() ? Framework.POLICY : annotations.get(0).row(),
        null,
        rule,
        toolName(),
        annotations.stream().anyMatch(each -> each.row().destroys(each.values())),
        sandbox(),
        args(),
        argNames(),
        parameterNames());
  }

  private String toolName() {
    if (rule != null && rule.tool() != null) {
      return rule.tool();
    }
    for (Carried each : annotations) {
      String given = each.row().toolName(each.values());
      if (given != null) {
        return given;
      }
    }
    return name;
  }

  private @Nullable SandboxHint sandbox() {
    for (Carried each : annotations) {
      if (each.row().annotation().equals(SANDBOXED)) {
        String language = each.values().text("language");
        return new SandboxHint(language == null ? "python" : language, each.values().text("code"));
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
    naming.forEach(
        (index, readings) -> {
          for (AnnotationReading reading : readings) {
            String given = reading.text("name");
            if (given != null) {
              names.putIfAbsent(index, given);
            }
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
      String type = types[i].getClassName();
      boolean context = memoryIds.contains(i) || Caller.isContext(type);
      parameters.add(new Parameter(i, known, type, context));
      ArgPolicy arg = declaration.args().get(i);
      if (arg != null) {
        hints.put(known, arg);
      }
    }
    return new ToolMethod(
        access,
        name,
        descriptor,
        result,
        declaration,
        parameters,
        new ToolHints(declaration.destructive(), hints, declaration.sandbox()),
        machine);
  }
}
