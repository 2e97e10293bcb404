package io.agenttool.guard.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The classes inside guard.jar, by themselves: nothing is woven and nothing is guarded. */
public final class GuardJarClasses extends ClassLoader {
  private final JarFile jar;

  /**
   * @param jar guard.jar
   * @throws IOException where it cannot be read
   */
  public GuardJarClasses(Path jar) throws IOException {
    super(ClassLoader.getPlatformClassLoader());
    this.jar = new JarFile(jar.toFile());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ZipEntry entry = jar.getEntry("guard/" + name.replace('.', '/') + ".classdata");
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
