package io.agenttool.guard.bench.process;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent that writes down which of the application's classes the JVM shows to agents, in their
 * order: each before its supertypes, which the JVM's own log has the other way round.
 */
public final class Shown implements ClassFileTransformer {
  private final List<String> names = Collections.synchronizedList(new ArrayList<>());

  private Shown() {}

  /** Writes their internal names to the file {@code names}, a line each, when the JVM ends. */
  public static void premain(String names, Instrumentation instrumentation) {
    Shown shown = new Shown();
    instrumentation.addTransformer(shown);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shown.write(Path.of(names))));
  }

  private void write(Path file) {
    try {
      Files.write(file, List.copyOf(names));
    } catch (IOException e) {
      System.err.println(file + " cannot be written: " + e);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (className != null && loader == ClassLoader.getSystemClassLoader()) {
      names.add(className);
    }
    return null;
  }
}
