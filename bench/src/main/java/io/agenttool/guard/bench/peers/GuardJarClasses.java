package io.agenttool.guard.bench.peers;

import io.agenttool.guard.bench.calls.Fork;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

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

  /** Those of the guard.jar that the fork is told of. */
  public static GuardJarClasses here() throws IOException {
    return new GuardJarClasses(Fork.guardJar());
  }

  @Override
  protected @Nullable URL findResource(String name) {
    String entry = "guard/" + name;
    try {
      return jar.getEntry(entry) == null
          ? null
          : new URL("jar:" + Path.of(jar.getName()).toUri() + "!/" + entry);
    } catch (MalformedURLException e) {
      return null;
    }
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
