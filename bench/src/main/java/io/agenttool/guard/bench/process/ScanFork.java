package io.agenttool.guard.bench.process;

import io.agenttool.guard.bench.peers.GuardJarClasses;
import java.io.File;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code ScanFork GUARD_JAR NAMES CLASS_PATH}: shows classes to Guard's own transformer, in order,
 * and prints how many there were and the nanoseconds for one, at first and when repeated. What has
 * tools is left out: it is not looked at but woven.
 */
public final class ScanFork {
  private static final int REPEATED = 20;

  private final ClassFileTransformer transformer;
  private final URLClassLoader loader;
  private boolean hadTools;

  private ScanFork(GuardJarClasses guard, URLClassLoader loader)
      throws ReflectiveOperationException {
    this.loader = loader;
    Class<?> tools = guard.loadClass("io.agenttool.guard.call.GuardedTools");
    Consumer<String> alarm = line -> hadTools = true;
    Consumer<Throwable> fatal = e -> hadTools = true;
    Supplier<Object> governing =
        () -> {
          throw new IllegalStateException("tools are not woven here");
        };
    Class<?> rules = guard.loadClass("io.agenttool.guard.weave.MethodRules");
    this.transformer =
        (ClassFileTransformer)
            guard
                .loadClass("io.agenttool.guard.weave.ToolTransformer")
                .getConstructor(
                    tools, List.class, rules, Supplier.class, Consumer.class, Consumer.class)
                .newInstance(
                    tools.getConstructor().newInstance(),
                    List.of(),
                    rules.getConstructor(List.class).newInstance(List.of()),
                    governing,
                    alarm,
                    fatal);
  }

  /** A class as its file has it. */
  private static final class ClassFile {
    final String name;
    final byte[] bytes;

    ClassFile(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }
  }

  /** See above. */
  public static void main(String[] args) throws Exception {
    List<URL> path = new ArrayList<>();
    for (String entry : args[2].split(File.pathSeparator, -1)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      List<ClassFile> files = new ArrayList<>();
      for (String name : Files.readAllLines(Path.of(args[1]))) {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
          if (in != null) {
            files.add(new ClassFile(name, in.readAllBytes()));
          }
        }
      }
      GuardJarClasses guard = new GuardJarClasses(Path.of(args[0]));
      ScanFork fork = new ScanFork(guard, loader);
      int classes = files.size();
      double first = fork.nanosEach(files);
      double again = 0;
      for (int i = 0; i < REPEATED; i++) {
        again = fork.nanosEach(files);
      }
      System.out.println(classes + " " + first + " " + again);
    }
  }

  private double nanosEach(List<ClassFile> files) throws IllegalClassFormatException {
    long nanos = 0;
    int counted = 0;
    for (ClassFile file : files) {
      hadTools = false;
      long start = System.nanoTime();
      transformer.transform(loader.getUnnamedModule(), loader, file.name, null, null, file.bytes);
      long took = System.nanoTime() - start;
      if (!hadTools) {
        nanos += took;
        counted++;
      }
    }
    return nanos / (double) counted;
  }
}
