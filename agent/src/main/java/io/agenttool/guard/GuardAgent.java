package io.agenttool.guard;

import static java.util.Objects.requireNonNull;

import io.agenttool.guard.settings.Presence;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM calls for {@code -javaagent:guard.jar}, for a late attach, and for {@code java -jar
 * guard.jar}. It knows nothing but where the rest is.
 *
 * <p>The rest lies in the jar under {@code guard/} as {@code .classdata}, and is loaded child-first
 * over the platform's classes alone: the application may have its own Byte Buddy or Jackson of any
 * version and never meets ours, nor we its.
 */
public final class GuardAgent {
  /** {@code EX_CONFIG} of {@code sysexits.h}: what stopped the JVM is for its operator to mend. */
  private static final int EXIT = 78;

  private GuardAgent() {}

  /** Called by the JVM before {@code main}. Guard is there when this returns, or the JVM is not. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      start(arguments, instrumentation, false);
    } catch (Throwable e) {
      System.err.println("guard: the JVM does not start: " + describe(e));
      System.err.flush();
      Runtime.getRuntime().halt(EXIT);
    }
  }

  /**
   * Called by the JVM when Guard is attached to it while it runs.
   *
   * @throws IllegalStateException where that failed; the JVM goes on unguarded, and whoever
   *     attached is told
   */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      start(arguments, instrumentation, true);
    } catch (Throwable e) {
      String message = "guard: not attached, tools are not guarded: " + describe(e);
      System.err.println(message);
      // The JVM hands no message on to the one who attached: the property does.
      System.setProperty(Presence.FAILURE, describe(e));
      throw new IllegalStateException(message);
    }
  }

  /** The command line: see {@code java -jar guard.jar --help}. */
  public static void main(String[] arguments) throws Throwable {
    Object exit =
        call(
            "io.agenttool.guard.cli.Main",
            "run",
            new Class<?>[] {String[].class, PrintStream.class, PrintStream.class},
            arguments,
            System.out,
            System.err);
    System.exit((Integer) requireNonNull(exit));
  }

  private static void start(
      @Nullable String arguments, Instrumentation instrumentation, boolean attached)
      throws Throwable {
    call(
        "io.agenttool.guard.start.Start",
        "begin",
        new Class<?>[] {String.class, Instrumentation.class, boolean.class},
        arguments,
        instrumentation,
        attached);
  }

  private static @Nullable Object call(
      String type, String method, Class<?>[] types, @Nullable Object... arguments)
      throws Throwable {
    try {
      Class<?> entry = Class.forName(type, true, new Loader(ownJar()));
      return entry.getMethod(method, types).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw requireNonNull(e.getCause());
    }
  }

  private static File ownJar() throws URISyntaxException {
    return new File(GuardAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The user's mistakes come with a message that stands alone; any other failure is ours. */
  private static String describe(Throwable e) {
    return e.getClass().getName().startsWith("io.agenttool.guard.")
        ? String.valueOf(e.getMessage())
        : "internal error: " + e + atFirstFrame(e);
  }

  private static String atFirstFrame(Throwable e) {
    StackTraceElement[] frames = e.getStackTrace();
    return frames.length == 0 ? "" : " at " + frames[0];
  }

  /** Loads what lies under {@code guard/} before it asks the platform. */
  private static final class Loader extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    private static final String FOLDER = "guard/";
    private static final String CLI = "io.agenttool.guard.cli";

    private final File file;
    private final JarFile jar;

    Loader(File file) throws IOException {
      super("guard", ClassLoader.getPlatformClassLoader());
      this.file = file;
      this.jar = new JarFile(file);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null) {
          JarEntry entry = jar.getJarEntry(path(name.replace('.', '/') + ".class"));
          loaded = entry == null ? getParent().loadClass(name) : define(name, entry);
        }
        if (resolve) {
          resolveClass(loaded);
        }
        return loaded;
      }
    }

    private Class<?> define(String name, JarEntry entry) throws ClassNotFoundException {
      try (InputStream in = jar.getInputStream(entry)) {
        byte[] classFile = in.readAllBytes();
        if (name.startsWith(CLI) && getDefinedPackage(CLI) == null) {
          // The one package that is asked for its version, by --version.
          String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
          definePackage(CLI, null, null, null, "Guard", version, null, null);
        }
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name + " cannot be read from " + file, e);
      }
    }

    private static String path(String resource) {
      return FOLDER + (resource.endsWith(".class") ? resource + "data" : resource);
    }

    @Override
    public @Nullable URL getResource(String name) {
      URL own = findResource(name);
      return own != null ? own : getParent().getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      URL own = findResource(name);
      return own != null ? Collections.enumeration(List.of(own)) : getParent().getResources(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
      if (jar.getEntry(path(name)) == null) {
        return null;
      }
      try {
        return new URL("jar:" + file.toURI() + "!/" + path(name));
      } catch (MalformedURLException e) {
        return null;
      }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      // Not through a URL: its connection would cache, and so keep, a second handle of the jar.
      try {
        JarEntry entry = jar.getJarEntry(path(name));
        return entry == null ? getParent().getResourceAsStream(name) : jar.getInputStream(entry);
      } catch (IOException e) {
        return null;
      }
    }
  }
}
