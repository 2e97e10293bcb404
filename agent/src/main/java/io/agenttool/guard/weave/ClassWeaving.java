package io.agenttool.guard.weave;

import io.agenttool.guard.call.GuardedTool;
import io.agenttool.guard.call.GuardedTools;
import io.agenttool.guard.call.Verdict.Deny;
import io.agenttool.guard.entry.EntryPoint;
import io.agenttool.guard.entry.FrameworkEntry;
import io.agenttool.guard.entry.HandedFunction;
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
  private final GuardedTools tools;
  private final Weaver weaver;

  ClassWeaving(GuardedTools tools, Weaver weaver) {
    this.tools = tools;
    this.weaver = weaver;
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
      if (method.machine() != null) {
        tools.putMachine(number, method.machine());
      }
      if (entry != null) {
        numbered.put(number, method);
        putEntry(number, entry(governing, loader, name, method, entry), entry.hands(), loader);
        continue;
      }
      GuardedTool tool = governing.govern(name, method, loader);
      numbered.put(number, method);
      guarded.put(number, tool);
      tools.put(number, tool);
      natives |= (method.access() & Opcodes.ACC_NATIVE) != 0;
    }
    String why = "a native method has no body to weave";
    if (!natives) {
      try {
        byte[] woven = weaver.weave(loader, name, classFile, numbered);
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

  /** What hands out a tool's function has another number than the function's own calls. */
  private void putEntry(
      int number, FrameworkEntry entry, boolean hands, @Nullable ClassLoader loader) {
    if (!hands) {
      tools.put(number, entry);
      return;
    }
    int handed = tools.reserve(loader);
    tools.put(handed, entry);
    tools.put(number, new HandedFunction(handed));
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
        called -> {
          GuardedTool guarded = governing.govern(name, method.asTool(called), weak.get());
          if (seen.add(called.name())) {
            record(governing, guarded);
          }
          return guarded;
        });
  }

  private static void record(Governing governing, GuardedTool tool) {
    Deny refusal = tool.refusal();
    governing.covered(
        tool.tool(),
        refusal == null ? Coverage.WOVEN : Coverage.REFUSED,
        refusal == null ? null : refusal.reason());
  }
}
