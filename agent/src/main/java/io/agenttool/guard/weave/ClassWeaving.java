package io.agenttool.guard.weave;

import io.agenttool.guard.call.GuardedTool;
import io.agenttool.guard.call.GuardedTools;
import io.agenttool.guard.call.Verdict.Deny;
import io.agenttool.guard.entry.EntryPoint;
import io.agenttool.guard.entry.FrameworkEntry;
import io.agenttool.guard.entry.HandedFunction;
import io.agenttool.guard.settings.ToolPolicy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One class's tools, from found to woven or refused: nothing in between. */
final class ClassWeaving {
  private static final String FIXED =
      "its class was loaded before Guard was, and this cannot be changed any more";

  private final GuardedTools tools;

  /**
   * Native methods that are none since their class was loaded, and lambdas that were turned then:
   * that cannot be taken back.
   */
  private final LoaderMap<Boolean> changed = new LoaderMap<>();

  /** By class, what was made of its methods: another agent may have the class shown again. */
  private final LoaderMap<Planned> planned = new LoaderMap<>();

  /**
   * What was made of the methods of a class.
   *
   * @param methods all of them
   * @param woven by their numbers, those that are woven
   * @param refused by their numbers, those that throw
   * @param lambdas those that are turned
   */
  private record Planned(
      List<ToolMethod> methods,
      Map<Integer, ToolMethod> woven,
      Map<Integer, ToolMethod> refused,
      List<ToolMethod> lambdas) {}

  ClassWeaving(GuardedTools tools) {
    this.tools = tools;
  }

  /**
   * Weaves a class, or else makes its tools throw. Where it is shown again, as other agents and
   * debuggers retransform classes, its tools keep their numbers and what their stages know.
   *
   * @param governing compiles the tools and keeps the ledger
   * @param loader the loader of the class
   * @param name its binary name
   * @param isLoaded whether it is loaded already, so that its methods' modifiers cannot change
   * @param classFile its bytes
   * @param methods its tools
   * @return bytes in which every one of them calls Guard or throws, but for those that the ledger
   *     says are ungoverned
   */
  byte[] apply(
      Governing governing,
      @Nullable ClassLoader loader,
      String name,
      boolean isLoaded,
      byte[] classFile,
      List<ToolMethod> methods) {
    Plan plan = new Plan(governing, loader, name, isLoaded);
    Planned before = planned.of(loader).get(name);
    if (before != null && before.methods().equals(methods)) {
      plan.woven.putAll(before.woven());
      plan.refused.putAll(before.refused());
      plan.lambdas.addAll(before.lambdas());
    } else {
      methods.forEach(plan::add);
    }
    byte[] woven = plan.lambdas.isEmpty() ? classFile : LambdaTools.turn(classFile, plan.lambdas);
    try {
      if (!plan.woven.isEmpty()) {
        woven = Weaver.weave(woven, plan.woven);
      }
    } catch (Exception | LinkageError e) {
      plan.refuseAll("its class cannot be woven: " + e);
    }
    plan.ledger.forEach(governing::covered);
    planned
        .of(loader)
        .put(name, new Planned(List.copyOf(methods), plan.woven, plan.refused, plan.lambdas));
    return plan.refused.isEmpty() ? woven : RefusingBodies.write(woven, plan.refused);
  }

  /** What is to become of the methods of a class. */
  private final class Plan {
    /** By their numbers, as {@link #refused}. */
    final Map<Integer, ToolMethod> woven = new LinkedHashMap<>();

    final Map<Integer, ToolMethod> refused = new LinkedHashMap<>();
    final List<ToolMethod> lambdas = new ArrayList<>();
    final List<Covered> ledger = new ArrayList<>();
    private final Governing governing;
    private final @Nullable ClassLoader loader;
    private final String name;
    private final boolean isLoaded;

    Plan(Governing governing, @Nullable ClassLoader loader, String name, boolean isLoaded) {
      this.governing = governing;
      this.loader = loader;
      this.name = name;
      this.isLoaded = isLoaded;
    }

    void add(ToolMethod method) {
      EntryPoint entry = method.declaration().entry();
      if (entry != null && isFixed(method)) {
        ledger.add(Covered.of(name, method, Coverage.UNGOVERNED, FIXED));
        return;
      }
      if (entry != null) {
        int number = reserve(method);
        turn(method);
        woven.put(number, method);
        putEntry(number, entry(governing, loader, name, method, entry), entry.hands(), loader);
        ledger.add(Covered.of(name, method, Coverage.WOVEN, null));
        return;
      }
      GuardedTool tool = governing.govern(name, method, loader);
      ToolPolicy policy = tool.tool().policy();
      Shortfall shortfall = tool.refusal() == null ? Shortfall.of(method, policy) : null;
      if (isFixed(method)) {
        leave(tool, method, FIXED);
      } else if (shortfall == null) {
        guard(tool, method, covered(tool, method));
      } else if (!Shortfall.mayRun(policy, tool.mode())) {
        GuardedTool refusing = refusing(tool, new Deny(shortfall.rule(), shortfall.why()));
        guard(refusing, method, covered(refusing, method));
      } else if (shortfall.weavable()) {
        guard(tool, method, covered(tool, method, Coverage.PARTLY, shortfall.why()));
      } else {
        leave(tool, method, shortfall.why());
      }
    }

    private int reserve(ToolMethod method) {
      int number = tools.reserve(loader);
      if (method.machine() != null) {
        tools.putMachine(number, method.machine());
      }
      return number;
    }

    /** Whether it must stay as it is: no method can be added, or stop being native. */
    private boolean isFixed(ToolMethod method) {
      return (method.isNative() || LambdaTools.isOne(method))
          && isLoaded
          && !changed.of(loader).containsKey(name + method.key());
    }

    private void leave(GuardedTool tool, ToolMethod method, String why) {
      ledger.add(covered(tool, method, Coverage.UNGOVERNED, why));
    }

    private void guard(GuardedTool tool, ToolMethod method, Covered entry) {
      int number = reserve(method);
      turn(method);
      (method.isNative() ? refused : woven).put(number, method);
      tools.put(number, tool);
      ledger.add(entry);
    }

    /** Remembers what cannot be taken back. */
    private void turn(ToolMethod method) {
      if (method.isNative() || LambdaTools.isOne(method)) {
        changed.of(loader).put(name + method.key(), true);
      }
      if (LambdaTools.isOne(method)) {
        lambdas.add(method);
      }
    }

    void refuseAll(String why) {
      refused.putAll(woven);
      ledger.removeIf(entry -> entry.coverage() != Coverage.UNGOVERNED);
      refused.forEach(
          (number, method) -> {
            GuardedTool tool = tools.get(number);
            if (tool == null) {
              ledger.add(Covered.of(name, method, Coverage.REFUSED, why));
              return;
            }
            GuardedTool refusing = refusing(tool, new Deny("guard.unwoven", why));
            tools.put(number, refusing);
            ledger.add(covered(refusing, method));
          });
    }
  }

  private static GuardedTool refusing(GuardedTool tool, Deny why) {
    return new GuardedTool(tool.tool(), tool.mode(), List.of(), tool.journal(), why);
  }

  private static Covered covered(GuardedTool tool, ToolMethod method) {
    Deny refusal = tool.refusal();
    return refusal == null
        ? covered(tool, method, Coverage.WOVEN, null)
        : covered(tool, method, Coverage.REFUSED, refusal.reason());
  }

  private static Covered covered(
      GuardedTool tool, ToolMethod method, Coverage coverage, @Nullable String why) {
    return Covered.of(tool.tool(), method.declaration(), coverage, why);
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
          ToolMethod tool = method.asTool(called, bound(governing, called));
          GuardedTool guarded = governing.govern(name, tool, weak.get());
          if (seen.add(tool.declaration().toolName())) {
            governing.covered(covered(guarded, tool));
          }
          return guarded;
        });
  }

  /** The name that the model says, unless the policy knows the server's alone. */
  private static String bound(Governing governing, FrameworkEntry.Called called) {
    String served = called.servedAs();
    return served != null && !governing.knows(called.name()) && governing.knows(served)
        ? served
        : called.name();
  }
}
