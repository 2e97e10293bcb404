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

  /** Asks itself before its parent, as web application servers do. */
  static class ChildFirst extends ClassLoader {
    ChildFirst(@Nullable ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.equals(TOOL)) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define();
      }
    }

    private Class<?> define() throws ClassNotFoundException {
      try (InputStream in = Loaders.class.getResourceAsStream("LoadedTool.class")) {
        byte[] classFile = in.readAllBytes();
        return defineClass(TOOL, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(TOOL, e);
      }
    }
  }

  /** Sees the JDK's {@code java} packages alone and shows no resource. */
  static class Isolated extends ChildFirst {
    Isolated() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(TOOL) && !name.startsWith("java.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return null;
    }
  }

  /** {@code child-first}, {@code isolated}, or the number of loaders to be thrown away. */
  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "child-first" -> callBoth(new ChildFirst(Loaders.class.getClassLoader()));
      case "isolated" -> callBoth(new Isolated());
      default -> throwAway(Integer.parseInt(arguments[0]));
    }
  }

  private static void callBoth(ClassLoader loader) throws Exception {
    UnaryOperator<String> tool = tool(loader);
    System.out.println(tool.getClass().getClassLoader() == loader);
    System.out.println(tool.apply("good"));
    try {
      System.out.println(tool.apply("bad"));
    } catch (SecurityException e) {
      System.out.println(e.getClass().getName());
    }
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<String> tool(ClassLoader loader) throws Exception {
    return (UnaryOperator<String>) loader.loadClass(TOOL).getDeclaredConstructor().newInstance();
  }

  private static void throwAway(int count) throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ClassLoader loader = new ChildFirst(Loaders.class.getClassLoader());
      if (!tool(loader).apply("good").contains("good")) {
        throw new IllegalStateException("the tool did not answer");
      }
      loaders.add(new WeakReference<>(loader));
      if (i == count / 2) {
        System.out.println("metaspace " + metaspace());
        System.out.println("heap " + heap());
      }
    }
    System.out.println("metaspace " + metaspace());
    System.out.println("heap " + heap());
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
