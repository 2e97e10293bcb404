package io.agenttool.guard.weave;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Class files as a class loader sees them. Loading a class from within a transformer would leave
 * it, and all that it loads, unwoven.
 */
final class ClassFiles {
  private ClassFiles() {}

  /** The bytes of a class by its internal name; {@code null} where there is no file. */
  static byte @Nullable [] read(@Nullable ClassLoader loader, String name) {
    String resource = name + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      return null;
    }
  }

  /** The same, where need be as a parent of the loader sees it. */
  static byte @Nullable [] readByParents(@Nullable ClassLoader loader, String name) {
    byte[] classFile = read(loader, name);
    return classFile != null || loader == null
        ? classFile
        : readByParents(loader.getParent(), name);
  }
}
