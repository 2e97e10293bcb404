package io.agenttool.guard.it.apps;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Calls the same tool out of class loaders of a kind. */
public class Loaders {
  private static final String TOOL = "io.agenttool.guard.it.apps.LoadedTool";
  private static final String HEIRS = "io.agenttool.guard.it.apps.LoadedHeir$";
  private static final String HEIR = HEIRS + "Heir";

  /** Asks itself before its parent, as web application servers do. */
  static class ChildFirst extends ClassLoader {
    ChildFirst(@Nullable ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!isOwn(name)) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = "/" + name.replace('.', '/') + ".class";
      try (InputStream in = Loaders.class.getResourceAsStream(file)) {
        byte[] classFile = in.readAllBytes();
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    static boolean isOwn(String name) {
      return name.equals(TOOL) || name.startsWith(HEIRS);
    }
  }

  /** Sees the JDK's {@code java} packages alone and shows no resource. */
  static class Isolated extends ChildFirst {
    Isolated() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!isOwn(name) && !name.startsWith("java.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return null;
    }
  }

  /** What {@code LoadersIT} asks for, or the number of loaders to be thrown away. */
  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "child-first" -> callBoth(new ChildFirst(own()), TOOL);
      case "child-first-heir" -> callBoth(new ChildFirst(own()), HEIR);
      case "isolated" -> callBoth(new Isolated(), TOOL);
      case "isolated-heir" -> callBoth(new Isolated(), HEIR);
      case "isolated-heir-known" -> {
        ClassLoader isolated = new Isolated();
        isolated.loadClass(HEIRS + "Declares");
        callBoth(isolated, HEIR);
      }
      default -> throwAway(Integer.parseInt(arguments[0]));
    }
  }

  private static ClassLoader own() {
    return Loaders.class.getClassLoader();
  }

  private static void callBoth(ClassLoader loader, String type) throws Exception {
    UnaryOperator<String> tool;
    try {
      tool = tool(loader, type);
    } catch (LinkageError e) {
      System.out.println(e.getClass().getName());
      return;
    }
    System.out.println(tool.getClass().getClassLoader() == loader);
    System.out.println(tool.apply("good"));
    try {
      System.out.println(tool.apply("bad"));
    } catch (SecurityException e) {
      System.out.println(e.getClass().getName());
    }
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<String> tool(ClassLoader loader, String type) throws Exception {
    return (UnaryOperator<String>) loader.loadClass(type).getDeclaredConstructor().newInstance();
  }

  private static void throwAway(int count) throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean measured = i == count / 2 || i == count - 1;
      if (measured) {
        // What was kept of those that are gone is dropped when the next one comes.
        System.gc();
        Thread.sleep(200);
      }
      ClassLoader loader = new ChildFirst(own());
      if (!tool(loader, TOOL).apply("good").contains("good")) {
        throw new IllegalStateException("the tool did not answer");
      }
      loaders.add(new WeakReference<>(loader));
      if (measured) {
        System.out.println("metaspace " + metaspace());
        System.out.println("heap " + heap());
      }
    }
    System.out.println("alive " + loaders.stream().filter(one -> one.get() != null).count());
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
  }

  private static long metaspace() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .map(MemoryPoolMXBean::getUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 10;
  }
}
