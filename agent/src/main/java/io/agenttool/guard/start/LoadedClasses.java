package io.agenttool.guard.start;

import io.agenttool.guard.weave.Covered;
import io.agenttool.guard.weave.HiddenTools;
import io.agenttool.guard.weave.MethodRules;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The classes that were loaded before Guard was: other agents' work, or an application's. */
final class LoadedClasses {
  /** Small, so that one class that cannot be changed leaves few to be tried alone. */
  private static final int BATCH = 64;

  /** Guard's classes on the application's class path. By name alone: a prefix would be a hole. */
  private static final Set<String> OWN =
      Set.of("io.agenttool.guard.GuardAgent", "io.agenttool.guard.GuardAgent$Loader");

  private final Instrumentation instrumentation;
  private final List<String> annotations;
  private final MethodRules rules;
  private final List<Covered> uncovered = new ArrayList<>();

  private LoadedClasses(
      Instrumentation instrumentation, List<String> annotations, MethodRules rules) {
    this.instrumentation = instrumentation;
    this.annotations = annotations;
    this.rules = rules;
  }

  /**
   * Shows them to the transformers.
   *
   * @param annotations the names of the user's own that declare tools
   * @param rules the methods that are tools without any
   * @return the classes that stay unguarded
   */
  static List<Covered> weave(
      Instrumentation instrumentation, List<String> annotations, MethodRules rules) {
    LoadedClasses loaded = new LoadedClasses(instrumentation, annotations, rules);
    loaded.weave();
    return loaded.uncovered;
  }

  private void weave() {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (!isApplication(type)) {
        continue;
      }
      if (type.isHidden()) {
        if (new HiddenTools(annotations, rules).areIn(type)) {
          String why = "it has tools, and a hidden class cannot be changed";
          uncovered.add(Covered.ungoverned(type.getName(), why));
        }
      } else if (instrumentation.isModifiableClass(type)) {
        types.add(type);
      }
    }
    sortByDepth(types);
    for (int from = 0; from < types.size(); from += BATCH) {
      retransform(types.subList(from, Math.min(types.size(), from + BATCH)));
    }
  }

  private static boolean isApplication(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && loader != LoadedClasses.class.getClassLoader()
        && !type.isArray()
        && !OWN.contains(type.getName());
  }

  /** Supertypes first: of those that were generated nothing is known before they were shown. */
  private static void sortByDepth(List<Class<?>> types) {
    if (types.size() < 2) {
      return;
    }
    IdentityHashMap<Class<?>, Integer> depths = new IdentityHashMap<>();
    types.sort(Comparator.comparingInt(type -> depth(type, depths)));
  }

  private static int depth(Class<?> type, IdentityHashMap<Class<?>, Integer> known) {
    Integer depth = known.get(type);
    if (depth == null) {
      int deepest = 0;
      Class<?> superclass = type.getSuperclass();
      if (superclass != null) {
        deepest = depth(superclass, known);
      }
      for (Class<?> above : type.getInterfaces()) {
        deepest = Math.max(deepest, depth(above, known));
      }
      depth = deepest + 1;
      known.put(type, depth);
    }
    return depth;
  }

  private void retransform(List<Class<?>> batch) {
    try {
      instrumentation.retransformClasses(batch.toArray(Class<?>[]::new));
    } catch (UnmodifiableClassException | LinkageError | RuntimeException e) {
      if (batch.size() == 1) {
        uncovered.add(Covered.ungoverned(batch.get(0).getName(), "it cannot be changed: " + e));
      } else {
        batch.forEach(type -> retransform(List.of(type)));
      }
    }
  }
}
