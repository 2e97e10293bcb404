package io.agenttool.guard.start;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Defines the dispatcher into {@code java.lang}. The package is opened to the module of Guard's own
 * loader and to nobody else; nothing is appended to the boot class path, so the JVM keeps its
 * class-data sharing.
 */
final class BootClasses {
  /** In the order in which each needs those before it. */
  private static final List<String> NAMES =
      List.of("GuardHook", "GuardDispatch", "GuardDispatch$Installed");

  private BootClasses() {}

  /** Whether another guard has defined them. */
  static boolean areThere() {
    try {
      Class.forName("java.lang.GuardDispatch", false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  static void define(Instrumentation instrumentation) throws IllegalAccessException, IOException {
    Module own = BootClasses.class.getModule();
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(own)),
        Set.of(),
        Map.of());
    MethodHandles.Lookup lookup =
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
    for (String name : NAMES) {
      lookup.defineClass(classFile(name));
    }
  }

  private static byte[] classFile(String name) throws IOException {
    String resource = "boot/java/lang/" + name + ".class";
    ClassLoader loader = requireNonNull(BootClasses.class.getClassLoader());
    try (InputStream in = loader.getResourceAsStream(resource)) {
      return requireNonNull(in, resource).readAllBytes();
    }
  }
}
