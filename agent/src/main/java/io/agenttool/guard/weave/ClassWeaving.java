package io.agenttool.guard.weave;

import io.agenttool.guard.call.GuardedTool;
import io.agenttool.guard.call.GuardedTools;
import io.agenttool.guard.call.Verdict.Deny;
import io.agenttool.guard.entry.EntryPoint;
import io.agenttool.guard.entry.FrameworkEntry;
import io.agenttool.guard.weave.Governing.Coverage;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** One class's tools, from found to woven or refused: nothing in between. */
final class ClassWeaving {
  /** The end of the descriptor of a suspend function: it is entered once more at each resume. */
  private static final String SUSPENDED = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";

  private final GuardedTools tools;

  ClassWeaving(GuardedTools tools) {
    this.tools = tools;
  }

  /**
   * Weaves a class, or else makes its tools throw.
   *
   * @param governing compiles the tools and keeps the ledger
   * @param loader the loader of the class
   * @param name its binary name
   * @param classFile its bytes
   * @param methods its tools
   * @return bytes in which every one of them calls Guard or throws
   */
  byte[] apply(
      Governing governing,
      @Nullable ClassLoader loader,
      String name,
      byte[] classFile,
      List<ToolMethod> methods) {
    Map<Integer, ToolMethod> numbered = new LinkedHashMap<>();
    Map<Integer, GuardedTool> guarded = new LinkedHashMap<>();
    boolean natives = false;
    for (ToolMethod method : methods) {
      int number = tools.reserve(loader);
      EntryPoint entry = method.declaration().entry();
      if (entry != null) {
        numbered.put(number, method);
        tools.put(number, entry(governing, loader, name, method, entry));
        continue;
      }
      GuardedTool tool = fitting(method, governing.govern(name, method, loader));
      numbered.put(number, method);
      guarded.put(number, tool);
      tools.put(number, tool);
      natives |= (method.access() & Opcodes.ACC_NATIVE) != 0;
    }
    String why = "a native method has no body to weave";
    if (!natives) {
      try {
        byte[] woven = Weaver.weave(classFile, numbered);
        guarded.values().forEach(tool -> record(governing, tool));
        return woven;
      } catch (Exception | LinkageError e) {
        why = "its class cannot be woven: " + e;
      }
    }
    Deny refusal = new Deny("guard.unwoven", why);
    guarded.forEach(
        (number, tool) -> {
          GuardedTool refused =
              new GuardedTool(tool.tool(), tool.mode(), List.of(), tool.journal(), refusal);
          tools.put(number, refused);
          record(governing, refused);
        });
    return RefusingBodies.write(classFile, numbered);
  }

  /** A framework's way into tools: each is compiled when it is first called. */
  private FrameworkEntry entry(
      Governing governing,
      @Nullable ClassLoader loader,
      String name,
      ToolMethod method,
      EntryPoint entry) {
    WeakReference<@Nullable ClassLoader> weak = new WeakReference<>(loader);
    Set<String> seen = ConcurrentHashMap.newKeySet();
    return new FrameworkEntry(
        entry,
        tools,
        (tool, arguments) -> {
          GuardedTool guarded = governing.govern(name, method.asTool(tool, arguments), weak.get());
          if (seen.add(tool)) {
            record(governing, guarded);
          }
          return guarded;
        });
  }

  /** A tool whose calls would be guarded by half is refused. */
  private static GuardedTool fitting(ToolMethod method, GuardedTool tool) {
    if (tool.refusal() != null || !method.descriptor().endsWith(SUSPENDED)) {
      return tool;
    }
    Deny why = new Deny("guard.suspend", "a suspend function of Kotlin cannot be guarded yet");
    return new GuardedTool(tool.tool(), tool.mode(), List.of(), tool.journal(), why);
  }

  private static void record(Governing governing, GuardedTool tool) {
    Deny refusal = tool.refusal();
    governing.covered(
        tool.tool(),
        refusal == null ? Coverage.WOVEN : Coverage.REFUSED,
        refusal == null ? null : refusal.reason());
  }
}
