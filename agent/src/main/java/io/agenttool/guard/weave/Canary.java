package io.agenttool.guard.weave;

import static java.util.Objects.requireNonNull;

import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.GuardedTool;
import io.agenttool.guard.call.Journal;
import io.agenttool.guard.call.Outcome;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.call.Verdict.Deny;
import io.agenttool.guard.settings.InjectionAction;
import io.agenttool.guard.settings.Mode;
import io.agenttool.guard.settings.OutputPolicy;
import io.agenttool.guard.settings.SecretAction;
import io.agenttool.guard.settings.ToolHints;
import io.agenttool.guard.settings.ToolPolicy;
import io.agenttool.guard.settings.Ungoverned;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Before the first tool of the application is handed to the JVM, a tool of Guard's own goes the
 * same way and must be denied, called directly and by reflection.
 */
final class Canary implements Governing {
  private static final Deny DENIAL = new Deny("guard.canary", "it sings");

  void sing(ClassWeaving weaving) {
    String name = CanaryTool.class.getName();
    byte[] classFile = ownClassFile(name);
    List<ToolMethod> tools =
        ToolReader.read(classFile, Map.of(), new ToolAnnotations(List.of(), MethodRules.NONE), null)
            .tools();
    Nest nest = new Nest();
    Class<?> type = nest.define(name, weaving.apply(this, nest, name, false, classFile, tools));
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object canary = constructor.newInstance();
      if (!isDenied((Supplier<?>) canary)) {
        throw new IllegalStateException("a woven tool was not denied when called directly");
      }
      Method get = type.getDeclaredMethod("get");
      get.setAccessible(true);
      if (!isDenied(canary, get)) {
        throw new IllegalStateException("a woven tool was not denied when called by reflection");
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the canary cannot be called: " + e, e);
    }
  }

  private static boolean isDenied(Supplier<?> canary) {
    try {
      return String.valueOf(canary.get()).isEmpty();
    } catch (SecurityException e) {
      return isOurs(e);
    }
  }

  private static boolean isDenied(Object canary, Method get) throws IllegalAccessException {
    try {
      get.invoke(canary);
      return false;
    } catch (InvocationTargetException e) {
      return isOurs(e.getCause());
    }
  }

  private static boolean isOurs(@Nullable Throwable thrown) {
    return thrown instanceof SecurityException
        && String.valueOf(thrown.getMessage()).contains(DENIAL.rule());
  }

  private static byte[] ownClassFile(String name) {
    String resource = name.replace('.', '/') + ".class";
    ClassLoader loader = requireNonNull(Canary.class.getClassLoader());
    try (InputStream in = loader.getResourceAsStream(resource)) {
      return requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the canary cannot be read: " + e, e);
    }
  }

  @Override
  public GuardedTool govern(String className, ToolMethod method, @Nullable ClassLoader loader) {
    ToolPolicy policy =
        new ToolPolicy(
            ToolHints.NONE.destructive(),
            Map.of(),
            InjectionAction.DENY,
            null,
            new OutputPolicy(SecretAction.DENY, null),
            Ungoverned.DENY,
            "the canary");
    Tool tool =
        new Tool(
            method.declaration().toolName(),
            "Guard",
            className,
            method.name(),
            method.parameters(),
            String.class.getName(),
            false,
            policy,
            loader);
    return new GuardedTool(tool, Mode.ENFORCE, List.of(), new Silence(), DENIAL);
  }

  @Override
  public boolean knows(String tool) {
    return false;
  }

  @Override
  public void covered(Covered entry) {
    // It is refused by design, and no tool of the application's.
  }

  /** The canary is no call of the application's. */
  private static final class Silence implements Journal {
    @Override
    public void intent(ToolCall call, Verdict.@Nullable Deny denial) {}

    @Override
    public void outcome(ToolCall call, Outcome outcome) {}

    @Override
    public void later(ToolCall call, List<Finding> seen, Verdict.@Nullable Deny denial) {}
  }

  /** Where the canary is loaded: sees the JDK alone, as a tool of a strange loader might. */
  private static final class Nest extends ClassLoader {
    Nest() {
      super(ClassLoader.getPlatformClassLoader());
    }

    Class<?> define(String name, byte[] classFile) {
      return defineClass(name, classFile, 0, classFile.length);
    }
  }
}
