package io.agenttool.guard.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.AgentTool;
import io.agenttool.guard.call.GuardedTools;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Classes compiled for a Java release that is newer than the ASM in Guard. */
class NewerClassFileTest {
  private final List<String> alarms = new ArrayList<>();
  private final ToolTransformer transformer =
      new ToolTransformer(
          new GuardedTools(),
          List.of(),
          MethodRules.NONE,
          () -> {
            throw new AssertionError("woken");
          },
          alarms::add,
          e -> {
            throw new AssertionError(e);
          });

  interface Declared {
    @AgentTool
    String ask(String question);
  }

  static class Inherits implements Declared {
    @Override
    public String ask(String question) {
      return question;
    }
  }

  static class Declares {
    @AgentTool
    String ask(String question) {
      return question;
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Noted {}

  static class Plain {
    @Noted
    String ask(String question) {
      return question;
    }
  }

  @Test
  void aClassWithoutToolsIsLoadedAsItIs() throws IOException {
    assertThat(transform(Plain.class)).isNull();
    assertThat(alarms).isEmpty();
  }

  @Test
  void aClassWithToolsIsNotLoaded() throws IOException {
    assertThat(transform(Declares.class)).containsExactly(0, 0, 0, 0);
    assertThat(alarms).singleElement().asString().contains("version 99", "has tools");
  }

  @Test
  void norIsOneThatInheritsThem() throws IOException {
    assertThat(transform(Inherits.class)).containsExactly(0, 0, 0, 0);
  }

  private byte @Nullable [] transform(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/');
    Newer loader = new Newer();
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return transformer.transform(null, loader, name, null, null, in.readAllBytes());
    }
  }

  /** Shows every class file as one of version 99. */
  private static final class Newer extends ClassLoader {
    @Override
    public InputStream getResourceAsStream(String name) {
      try (InputStream in = NewerClassFileTest.class.getResourceAsStream("/" + name)) {
        byte[] classFile = in.readAllBytes();
        classFile[7] = 99;
        return new ByteArrayInputStream(classFile);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
