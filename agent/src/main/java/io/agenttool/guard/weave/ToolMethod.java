package io.agenttool.guard.weave;

import io.agenttool.guard.call.Tool.Parameter;
import io.agenttool.guard.entry.FrameworkEntry;
import io.agenttool.guard.settings.ToolHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * A method of a class file that is a tool.
 *
 * @param access its JVM access flags (JVMS 4.6)
 * @param name its name
 * @param descriptor its descriptor
 * @param result its result's type as class files have it, generic where that is known
 * @param declaration what declares it a tool, here or on a supertype
 * @param parameters its parameters by name
 * @param hints what the annotations say of its arguments
 * @param machine the binary name of the class that calls it again at each resume, where it is a
 *     suspend function of Kotlin that has one; else {@code null}
 */
public record ToolMethod(
    int access,
    String name,
    String descriptor,
    String result,
    Declaration declaration,
    List<Parameter> parameters,
    ToolHints hints,
    @Nullable String machine) {

  /** The end of the descriptor of a suspend function of Kotlin. */
  static final String SUSPENDED = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";

  /** What overriding methods have in common. */
  String key() {
    return name + descriptor;
  }

  boolean isNative() {
    return (access & Opcodes.ACC_NATIVE) != 0;
  }

  /** This as a static method of another class that is called in its stead. */
  ToolMethod standingIn(String other, String otherDescriptor) {
    int hidden = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    return new ToolMethod(
        hidden, other, otherDescriptor, result, declaration, parameters, hints, null);
  }

  /**
   * This as the tool that a call by a framework's own way turns out to be.
   *
   * @param tool the name that it goes by
   */
  ToolMethod asTool(FrameworkEntry.Called called, String tool) {
    List<Parameter> named = new ArrayList<>();
    for (String argument : called.arguments()) {
      named.add(new Parameter(named.size(), argument, Object.class.getName()));
    }
    return new ToolMethod(
        access,
        name,
        descriptor,
        result,
        declaration.named(tool),
        named,
        new ToolHints(called.destroys(), Map.of(), null),
        machine);
  }
}
