package io.agenttool.guard.start;

import io.agenttool.guard.weave.HiddenTools;
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
  private final List<String> uncovered = new ArrayList<>();

  private LoadedClasses(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * Shows them to the transformers.
   *
   * @return what stays unguarded, a line each
   */
  static List<String> weave(Instrumentation instrumentation) {
    LoadedClasses loaded = new LoadedClasses(instrumentation);
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
        if (HiddenTools.areIn(type)) {
          uncovered.add(type.getName() + " has tools, and a hidden class cannot be changed");
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
        uncovered.add(batch.get(0).getName() + " cannot be changed: " + e);
      } else {
        batch.forEach(type -> retransform(List.of(type)));
      }
    }
  }
}
