package io.agenttool.guard.it.apps;

import static java.util.Objects.requireNonNull;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Another agent, and an application whose tool it has transformed again and again. */
public class Retransformer {
  private static @Nullable Instrumentation instrumentation;
  private static final AtomicInteger seen = new AtomicInteger();

  /** Called by the JVM. */
  public static void premain(String arguments, Instrumentation given) {
    instrumentation = given;
    given.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte @Nullable [] transform(
              @Nullable Module module,
              @Nullable ClassLoader loader,
              String name,
              @Nullable Class<?> redefined,
              @Nullable ProtectionDomain domain,
              byte[] classFile) {
            if (name.endsWith("/Greeter")) {
              seen.incrementAndGet();
            }
            return null;
          }
        },
        true);
  }

  /** Calls the tool before, while and after its class is retransformed. */
  public static void main(String[] arguments) throws Exception {
    Greeter.main(new String[] {"world", "mars"});
    Thread calls =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 100; i++) {
                  Greeter.main(new String[] {"world", "mars"});
                }
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    calls.start();
    for (int i = 0; i < 50; i++) {
      requireNonNull(instrumentation).retransformClasses(Greeter.class);
    }
    calls.join();
    Greeter.main(new String[] {"world", "mars"});
    System.out.println("seen " + seen);
  }
}
