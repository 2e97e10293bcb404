package io.agenttool.guard.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.agenttool.guard.settings.ToolHints;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.ByteBuddy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class WeaverTest {
  private static final Script SCRIPT = new Script();

  @BeforeAll
  static void install() {
    GuardDispatch.install(SCRIPT);
  }

  @AfterEach
  void forget() {
    SCRIPT.arguments = null;
    SCRIPT.answer = null;
    SCRIPT.result = null;
    SCRIPT.refusal = null;
    SCRIPT.failures = 0;
  }

  @ParameterizedTest
  @ValueSource(classes = {ImmutableList.class, ByteBuddy.class})
  void whatJavacMadeIsStillVerifiedWhenEveryMethodOfItIsATool(Class<?> inside) throws Exception {
    File file = new File(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
    int woven = 0;
    try (JarFile jar = new JarFile(file)) {
      Jar plain = new Jar(jar, false);
      Jar guarded = new Jar(jar, true);
      for (var entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.startsWith("META-INF") && !name.contains("-info")) {
          String type = name.substring(0, name.length() - 6).replace('/', '.');
          if (plain.links(type)) {
            woven++;
            assertThat(guarded.links(type)).as(type).isTrue();
          }
        }
      }
      assertThat(guarded.methods).isGreaterThan(4000);
    }
    assertThat(woven).isGreaterThan(500);
  }

  @Test
  void aCallThatNothingIsSaidOfGoesThroughAsItWas() throws Exception {
    assertThat(call("echo", "a")).isEqualTo("a");
    assertThat(call("nothing")).isNull();
    assertThat(call("loops", 3L, 2.5, new int[1])).isEqualTo(13L);
    assertThat(call("loops", 300L, 60.0, new int[1])).isEqualTo(-1L);
    assertThat(call("inFinally", "")).isEqualTo("empty");
    assertThat(call("inFinally", "a")).isEqualTo("a!");
    assertThat(call("all", true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6d, new String[] {"t"}))
        .isEqualTo("true 1 c 2 3 4 5.0 6.0 t");
  }

  @Test
  void argumentsOfEveryTypeAreReplaced() throws Exception {
    SCRIPT.arguments =
        new Object[] {false, (byte) 9, 'x', (short) 8, 7, 6L, 5f, 4d, new String[] {"new"}};

    assertThat(call("all", true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6d, new String[] {"t"}))
        .isEqualTo("false 9 x 8 7 6 5.0 4.0 new");
  }

  @Test
  void resultsAreReplaced() throws Exception {
    SCRIPT.result = "other";
    assertThat(call("echo", "a")).isEqualTo("other");
    SCRIPT.result = 0.25;
    assertThat(call("half", 8.0)).isEqualTo(0.25);
    SCRIPT.result = 9L;
    assertThat(call("loops", 3L, 2.5, new int[1])).isEqualTo(9L);
  }

  @Test
  void anAnswerSkipsTheBody() throws Exception {
    SCRIPT.answer = 42L;
    int[] sum = new int[1];

    assertThat(call("loops", 3L, 2.5, sum)).isEqualTo(42L);
    assertThat(sum[0]).isZero();
  }

  @Test
  void whatTheBodyCatchesItStillCatches() throws Exception {
    assertThat(call("swallows", "no")).isEqualTo("swallowed of the body");
    assertThat(SCRIPT.failures).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"swallows", "inFinally", "echo"})
  void noHandlerOfTheBodySwallowsTheRefusalOfItsResult(String method) {
    SCRIPT.refusal = new SecurityException("withheld");

    assertThatThrownBy(() -> call(method, "a")).isSameAs(SCRIPT.refusal);
    assertThat(SCRIPT.failures).isZero();
  }

  @Test
  void whatTheBodyThrowsIsToldAndTheFinallyStillRuns() throws Exception {
    Object sample = sample();

    assertThatThrownBy(() -> callOn(sample, "inFinally", "no"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("in place of java.lang.SecurityException: of the body");
    assertThat(SCRIPT.failures).isEqualTo(1);
    assertThat(callOn(sample, "finallies")).isEqualTo(1);
  }

  private static @Nullable Object call(String method, Object... arguments) throws Exception {
    return callOn(sample(), method, arguments);
  }

  private static @Nullable Object callOn(Object sample, String name, Object... arguments)
      throws Exception {
    for (Method method : sample.getClass().getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        method.setAccessible(true);
        try {
          return method.invoke(sample, arguments);
        } catch (InvocationTargetException e) {
          throw (Exception) e.getCause();
        }
      }
    }
    throw new AssertionError(name);
  }

  private static Object sample() throws Exception {
    Class<?> type = new Alone().define(WovenSample.class);
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  /** Makes a tool of every method that has a body. */
  private static Map<Integer, ToolMethod> methods(byte[] classFile) {
    Map<Integer, ToolMethod> tools = new HashMap<>();
    ClassVisitor collector =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0
                && name.charAt(0) != '<'
                && !name.equals("work")) {
              Declaration declaration =
                  new Declaration(
                      Framework.ALL.get(0),
                      null,
                      null,
                      name,
                      false,
                      null,
                      Map.of(),
                      Map.of(),
                      Map.of());
              tools.put(
                  tools.size(),
                  new ToolMethod(
                      access,
                      name,
                      descriptor,
                      Type.getReturnType(descriptor).getDescriptor(),
                      declaration,
                      List.of(),
                      ToolHints.NONE,
                      null));
            }
            return null;
          }
        };
    new ClassReader(classFile).accept(collector, ClassReader.SKIP_CODE);
    return tools;
  }

  /** Loads {@link WovenSample} anew. */
  private static final class Alone extends ClassLoader {
    Class<?> define(Class<?> type) throws IOException {
      try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
        byte[] classFile = in.readAllBytes();
        byte[] woven = Weaver.weave(classFile, methods(classFile));
        return defineClass(type.getName(), woven, 0, woven.length);
      }
    }
  }

  /** The classes of a jar, as they are or woven. */
  private static final class Jar extends ClassLoader {
    private final JarFile jar;
    private final boolean weaves;
    int methods;

    Jar(JarFile jar, boolean weaves) {
      super(ClassLoader.getPlatformClassLoader());
      this.jar = jar;
      this.weaves = weaves;
    }

    /** Whether the JVM verifies and links it. */
    boolean links(String name) {
      try {
        methods += loadClass(name).getDeclaredMethods().length;
        return true;
      } catch (VerifyError e) {
        throw e;
      } catch (ClassNotFoundException | LinkageError e) {
        return false; // wants a library that is not there
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      JarEntry entry = jar.getJarEntry(name.replace('.', '/') + ".class");
      if (entry == null) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream in = jar.getInputStream(entry)) {
        byte[] classFile = in.readAllBytes();
        if (weaves) {
          Map<Integer, ToolMethod> tools = methods(classFile);
          classFile = Weaver.weave(classFile, tools);
        }
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Does what a test says. */
  private static final class Script implements GuardHook {
    Object @Nullable [] arguments;
    @Nullable Object answer;
    @Nullable Object result;
    @Nullable SecurityException refusal;
    int failures;

    @Override
    public Object enter(int tool, @Nullable Object self, @Nullable Object[] given) {
      if (arguments != null) {
        System.arraycopy(arguments, 0, given, 0, given.length);
      }
      return this;
    }

    @Override
    public boolean answered(Object call) {
      return answer != null;
    }

    @Override
    public @Nullable Object returned(Object call, @Nullable Object body) {
      if (refusal != null) {
        throw refusal;
      }
      return answer != null ? answer : result != null ? result : body;
    }

    @Override
    public Throwable failed(Object call, Throwable thrown) {
      failures++;
      return new IllegalStateException("in place of " + thrown);
    }

    @Override
    public RuntimeException refusal(int tool) {
      return new IllegalStateException();
    }
  }
}
