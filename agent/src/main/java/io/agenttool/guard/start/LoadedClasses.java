package io.agenttool.guard.start;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

/** The classes that were loaded before Guard was: other agents' work, or an application's. */
final class LoadedClasses {
  /** Small, so that one class that cannot be changed leaves few to be tried alone. */
  private static final int BATCH = 64;

  private LoadedClasses() {}

  static void weave(Instrumentation instrumentation, boolean attached) {
    List<Class<?>> batch = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isApplication(type) && instrumentation.isModifiableClass(type)) {
        batch.add(type);
        if (batch.size() == BATCH) {
          retransform(instrumentation, batch);
          batch.clear();
        }
      }
    }
    retransform(instrumentation, batch);
    if (attached) {
      Voice.say("attached to a running JVM; calls that were under way are not guarded");
    }
  }

  private static boolean isApplication(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && loader != LoadedClasses.class.getClassLoader()
        && !type.isArray()
        && !type.isHidden()
        && !type.getName().startsWith("io.agenttool.guard.");
  }

  private static void retransform(Instrumentation instrumentation, List<Class<?>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(batch.toArray(Class<?>[]::new));
    } catch (UnmodifiableClassException | LinkageError | RuntimeException e) {
      if (batch.size() == 1) {
        Voice.say("NOT GUARDED: " + batch.get(0).getName() + " cannot be changed: " + e);
      } else {
        batch.forEach(type -> retransform(instrumentation, List.of(type)));
      }
    }
  }
}
