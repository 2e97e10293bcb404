package io.agenttool.guard.weave;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Class files as a class loader sees them. Loading a class from within a transformer would leave
 * it, and all that it loads, unwoven.
 */
final class ClassFiles {
  /** The newest version whose every instruction and attribute ASM knows. */
  private static final int NEWEST = Opcodes.V28;

  private ClassFiles() {}

  /**
   * Reads a class file to learn what it declares; one that is newer than ASM knows as if it were
   * not. What declares a method or an annotation has been the same since Java 5, and a class
   * without tools must not suffer for its version. Not for writing: see {@link #requireWritable}.
   */
  static ClassReader reader(byte[] classFile) {
    if (version(classFile) <= NEWEST) {
      return new ClassReader(classFile);
    }
    byte[] lowered = classFile.clone();
    lowered[6] = 0;
    lowered[7] = NEWEST;
    return new ClassReader(lowered);
  }

  /**
   * Refuses to change what ASM cannot know to copy right.
   *
   * @throws Unguardable for a class file that is newer
   */
  static void requireWritable(byte[] classFile) {
    int version = version(classFile);
    if (version > NEWEST) {
      throw new Unguardable(
          "its class file has version "
              + version
              + ", and this Guard changes none above "
              + NEWEST
              + "; compile it for an older release, or take a newer Guard");
    }
  }

  private static int version(byte[] classFile) {
    return (classFile[6] & 0xFF) << 8 | (classFile[7] & 0xFF);
  }

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
