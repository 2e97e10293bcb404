package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Containers;
import io.agenttool.guard.it.apps.LoadedHeir;
import io.agenttool.guard.it.apps.LoadedTool;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tools in the class loaders of real containers, and in a module. */
class ContainersIT {
  private static final Path LIB = Path.of("target", "test-lib").toAbsolutePath();
  private static final List<Class<?>> TOOLS = List.of(LoadedTool.class, LoadedHeir.Heir.class);

  @TempDir Path folder;

  static Stream<Arguments> tools() throws IOException {
    List<Jdk> jdks = Jdk.all().toList();
    return TOOLS.stream().flatMap(tool -> jdks.stream().map(jdk -> Arguments.of(jdk, tool)));
  }

  /** It imports no package of ours: what is thrown has to be known to it all the same. */
  @ParameterizedTest
  @MethodSource("tools")
  void aToolOfABundleIsGuarded(Jdk jdk, Class<?> tool) throws Exception {
    assertBundleGuarded(jdk, tool, null, "java.lang.SecurityException");
  }

  @ParameterizedTest
  @MethodSource("tools")
  void aBundleThatImportsTheAnnotationsIsToldByTheirException(Jdk jdk, Class<?> tool)
      throws Exception {
    assertBundleGuarded(jdk, tool, "io.agenttool", "io.agenttool.ToolDeniedException");
  }

  private void assertBundleGuarded(Jdk jdk, Class<?> tool, @Nullable String imports, String refusal)
      throws Exception {
    Ended ended =
        new GuardedRun(jdk, folder)
            .classPath(LIB.resolve("org.apache.felix.framework.jar"))
            .run(Containers.class, "felix", bundle(imports).toString(), tool.getName());

    assertThat(ended.out().lines())
        .as(ended.err())
        .hasSize(3)
        .endsWith("ran good", refusal)
        .first()
        .asString()
        .contains("BundleWiringImpl");
    assertAudited(ended);
  }

  @ParameterizedTest
  @MethodSource("tools")
  void aToolOfAWebApplicationIsGuarded(Jdk jdk, Class<?> tool) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("web/WEB-INF/classes"));
    for (Class<?> type : classes()) {
      Path target = classes.resolve(file(type));
      Files.createDirectories(target.getParent());
      Files.copy(compiled(type), target);
    }

    Ended ended =
        new GuardedRun(jdk, folder)
            .classPath(LIB.resolve("tomcat-embed-core.jar"))
            .classPath(LIB.resolve("tomcat-annotations-api.jar"))
            .run(Containers.class, "tomcat", folder.resolve("web").toString(), tool.getName());

    assertThat(ended.out().lines())
        .as(ended.err())
        .containsExactly(
            "org.apache.catalina.loader.ParallelWebappClassLoader",
            "ran good",
            "io.agenttool.ToolDeniedException");
    assertAudited(ended);
  }

  /** Started, where the JDK has it, with all that it can be denied. */
  @ParameterizedTest
  @MethodSource("io.agenttool.guard.it.Jdk#all")
  void aToolOfAModuleIsGuarded(Jdk jdk) throws Exception {
    // Its name is that of its module.
    Path annotations = folder.resolve("io.agenttool.jar");
    Files.copy(annotationsJar(), annotations);
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(
        source.resolve("module-info.java"), "module com.acme.tools { requires io.agenttool; }\n");
    Path module = folder.resolve("module");
    compile(
        "--release",
        "17",
        "-parameters",
        "-d",
        module.toString(),
        "--module-path",
        annotations.toString(),
        source.resolve("module-info.java").toString(),
        Path.of("src", "test", "module", "com", "acme", "tools", "Main.java").toString());
    GuardedRun run = new GuardedRun(jdk, folder);
    if (jdk.feature() >= 24) {
      run.with("--sun-misc-unsafe-memory-access=deny").with("--illegal-native-access=deny");
    }
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--module-path", module + File.pathSeparator + annotations));
    words.addAll(List.of("--module", "com.acme.tools/com.acme.tools.Main"));

    Ended ended = run.end(run.start(words));

    assertThat(ended.out().lines())
        .as(ended.err())
        .containsExactly("module com.acme.tools", "ran good", "denied loaded by args.word.oneOf");
    assertThat(ended.err()).isEmpty();
    assertAudited(ended);
  }

  private static Path annotationsJar() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("..", "annotations", "target"))) {
      return built.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  private static void compile(String... words) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int exit = ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, words);
    assertThat(exit).as(said.toString()).isZero();
  }

  private Path bundle(@Nullable String imports) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", "com.acme.tools");
    attributes.putValue("Bundle-Version", "1.0.0");
    if (imports != null) {
      attributes.putValue("Import-Package", imports);
    }
    Path jar = folder.resolve("bundle.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      for (Class<?> type : classes()) {
        entries.putNextEntry(new JarEntry(file(type)));
        Files.copy(compiled(type), entries);
      }
    }
    return jar;
  }

  private static List<Class<?>> classes() {
    return List.of(
        LoadedTool.class, LoadedHeir.class, LoadedHeir.Heir.class, LoadedHeir.Declares.class);
  }

  private static String file(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static Path compiled(Class<?> type) {
    return Path.of("target", "test-classes").resolve(file(type));
  }

  private static void assertAudited(Ended ended) throws IOException {
    assertThat(ended.audit("intent", "loaded")).hasSize(2);
    assertThat(ended.audit("outcome", "loaded")).hasSize(2);
  }
}
