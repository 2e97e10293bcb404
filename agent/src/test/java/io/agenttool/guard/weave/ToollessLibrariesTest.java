package io.agenttool.guard.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.AgentTool;
import io.agenttool.guard.call.GuardedTool;
import io.agenttool.guard.call.GuardedTools;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.FixedValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not read because of its name, and what becomes of a tool that is there nevertheless. */
class ToollessLibrariesTest {
  private static final byte[] NOT_LOADED = {0, 0, 0, 0};
  private static final AnnotationDescription TOOL =
      AnnotationDescription.Builder.ofType(AgentTool.class).build();

  private static final Governing GOVERNING =
      new Governing() {
        @Override
        public boolean knows(String tool) {
          return false;
        }

        @Override
        public GuardedTool govern(
            String className, ToolMethod method, @Nullable ClassLoader loader) {
          throw new IllegalStateException("woken");
        }

        @Override
        public void covered(Covered entry) {
          // of no matter here
        }
      };

  private final List<String> alarms = new ArrayList<>();
  private final Files parent = new Files(getClass().getClassLoader());
  private final Files files = new Files(parent);

  @ParameterizedTest
  @CsvSource({
    "org/springframework/core/Ordered, true",
    "org/springframework/web/servlet/View, true",
    "jakarta/servlet/Servlet, true",
    "org/springframework/ai/tool/ToolCallback, false",
    "org/springframework/Own, false",
    "org/springframework/coreless/Own, false",
    "javaxless/Own, false",
    "com/acme/Files, false",
    "Main, false",
    "'', false"
  })
  void knowsThemByTheirPackages(String name, boolean known) {
    assertThat(ToollessLibraries.have(name)).isEqualTo(known);
  }

  @Test
  void aSubclassOfALibrarysClassIsLoadedAsItIsAndNothingIsRead() {
    DynamicType.Unloaded<?> above = contract("org.springframework.core.Plain", false);
    files.add(above);
    ToolTransformer transformer = transformer(List.of());

    assertThat(shown(transformer, heir(above))).isNull();
    assertThat(shown(transformer, above)).isNull();
    assertThat(files.asked).isEmpty();
    assertThat(alarms).isEmpty();
  }

  @Test
  void aLibrarysClassWithAToolThatAnotherInheritsIsNotLoaded() {
    DynamicType.Unloaded<?> above = contract("org.springframework.core.Plain", true);
    ToolTransformer transformer = transformer(List.of());

    assertThat(shown(transformer, heir(above))).isNull();
    assertThat(shown(transformer, above)).isEqualTo(NOT_LOADED);
    assertThat(alarms)
        .singleElement()
        .asString()
        .contains("core.Plain", "its package is a common library's");
  }

  @Test
  void norByAnotherLoaderThanThatOfItsHeir() {
    DynamicType.Unloaded<?> above = contract("org.springframework.core.Plain", true);
    ToolTransformer transformer = transformer(List.of());

    assertThat(shown(transformer, heir(above))).isNull();
    assertThat(shown(transformer, parent, above)).isEqualTo(NOT_LOADED);
  }

  @Test
  void whereItCameFirstItsHeirsAreKnownToHaveTools() {
    DynamicType.Unloaded<?> above = contract("org.springframework.core.Plain", true);
    ToolTransformer transformer = transformer(List.of());

    assertThat(shown(transformer, above)).isNull();
    assertThat(shown(transformer, heir(above))).isEqualTo(NOT_LOADED);
    assertThat(alarms).singleElement().asString().contains("com.acme.Heir", "has tools");
  }

  @Test
  void anAnnotationOfALibraryThatMakesToolsIsNotLoaded() {
    DynamicType.Unloaded<?> meta =
        new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .makeAnnotation()
            .name("org.springframework.core.Acts")
            .annotateType(TOOL)
            .make();

    assertThat(shown(transformer(List.of()), meta)).isEqualTo(NOT_LOADED);
    assertThat(alarms).singleElement().asString().contains("core.Acts", "taken to have none");
  }

  @Test
  void withAnnotationsOfTheUsersOwnNothingIsGuessed() {
    DynamicType.Unloaded<?> above =
        new ByteBuddy()
            .makeInterface()
            .name("org.springframework.core.Plain")
            .defineMethod("ask", String.class, Visibility.PUBLIC)
            .withoutCode()
            .annotateMethod(AnnotationDescription.Builder.ofType(Act.class).build())
            .make();
    files.add(above);

    byte[] heir = shown(transformer(List.of(Act.class.getName())), heir(above));

    assertThat(heir).isEqualTo(NOT_LOADED);
    assertThat(files.asked).contains("org/springframework/core/Plain.class");
  }

  /** An annotation that the settings name. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Act {}

  private static DynamicType.Unloaded<?> contract(String name, boolean tool) {
    var method =
        new ByteBuddy()
            .makeInterface()
            .name(name)
            .defineMethod("ask", String.class, Visibility.PUBLIC)
            .withoutCode();
    return tool ? method.annotateMethod(TOOL).make() : method.make();
  }

  private static DynamicType.Unloaded<?> heir(DynamicType.Unloaded<?> above) {
    return new ByteBuddy()
        .subclass(Object.class)
        .implement(above.getTypeDescription())
        .name("com.acme.Heir")
        .defineMethod("ask", String.class, Visibility.PUBLIC)
        .intercept(FixedValue.value("asked"))
        .make();
  }

  /** Weaves nothing: a class with a tool that has a body is not loaded, as it is woken for it. */
  private ToolTransformer transformer(List<String> annotations) {
    return new ToolTransformer(
        new GuardedTools(),
        annotations,
        MethodRules.NONE,
        () -> GOVERNING,
        alarms::add,
        e -> {
          throw new AssertionError(e);
        });
  }

  private byte @Nullable [] shown(ToolTransformer transformer, DynamicType.Unloaded<?> type) {
    return shown(transformer, files, type);
  }

  private static byte @Nullable [] shown(
      ToolTransformer transformer, ClassLoader loader, DynamicType.Unloaded<?> type) {
    String name = type.getTypeDescription().getInternalName();
    return transformer.transform(null, loader, name, null, null, type.getBytes());
  }

  /** Remembers which files it was asked for. */
  private static final class Files extends ClassLoader {
    final List<String> asked = new ArrayList<>();
    private final Map<String, byte[]> files = new HashMap<>();

    Files(ClassLoader parent) {
      super(parent);
    }

    void add(DynamicType.Unloaded<?> type) {
      files.put(type.getTypeDescription().getInternalName() + ".class", type.getBytes());
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      asked.add(name);
      byte[] file = files.get(name);
      return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
    }
  }
}
