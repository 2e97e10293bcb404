package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenttool.guard.it.GuardedRun.Ended;
import io.agenttool.guard.it.apps.Greeter;
import io.agenttool.guard.it.apps.Retransformer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside other agents that transform the same classes, named before Guard or after it. */
class BesideIT {
  private static final Path LIB = Path.of("target", "test-lib").toAbsolutePath();
  private static final String TOOL = Greeter.class.getName();

  @TempDir Path folder;

  static Stream<Arguments> orders() throws IOException {
    List<Jdk> jdks = Jdk.all().toList();
    return Stream.of(true, false)
        .flatMap(guardFirst -> jdks.stream().map(jdk -> Arguments.of(jdk, guardFirst)));
  }

  /** It takes its time to start: in every build on one JDK, in the nightly ones on all. */
  static Stream<Arguments> slowly() throws IOException {
    int own = Jdk.own().feature();
    return orders()
        .filter(
            run -> Boolean.getBoolean("guard.it.nightly") || ((Jdk) run.get()[0]).feature() == own);
  }

  @ParameterizedTest
  @MethodSource("slowly")
  void openTelemetryTracesAToolThatIsGuarded(Jdk jdk, boolean guardFirst) throws Exception {
    GuardedRun run =
        run(jdk, guardFirst, LIB.resolve("opentelemetry-javaagent.jar").toString())
            .with("-Dotel.instrumentation.common.default-enabled=false")
            .with("-Dotel.instrumentation.methods.enabled=true")
            .with("-Dotel.traces.exporter=console")
            .with("-Dotel.metrics.exporter=none")
            .with("-Dotel.logs.exporter=none")
            .with("-Dotel.instrumentation.methods.include=" + TOOL + "[greet]");

    Ended ended = run.run(Greeter.class, "world", "mars");

    assertThat(ended.err()).contains("'Greeter.greet'").doesNotContain("guard:");
    assertGuarded(ended, 1);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void jacocoCountsAToolThatIsGuarded(Jdk jdk, boolean guardFirst) throws Exception {
    Path counts = folder.resolve("jacoco.exec");

    Ended ended =
        run(jdk, guardFirst, LIB.resolve("org.jacoco.agent.jar") + "=destfile=" + counts)
            .with("-Xverify:all")
            .run(Greeter.class, "world", "mars");

    assertThat(Files.readString(counts, StandardCharsets.ISO_8859_1))
        .contains(TOOL.replace('.', '/'));
    assertThat(ended.err()).isEmpty();
    assertGuarded(ended, 1);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void aToolIsTheSameHoweverOftenItsClassIsRetransformed(Jdk jdk, boolean guardFirst)
      throws Exception {
    Ended ended =
        run(jdk, guardFirst, agentJar().toString()).with("-Xverify:all").run(Retransformer.class);

    assertThat(ended.out()).contains("seen 51");
    assertThat(ended.err()).isEmpty();
    assertGuarded(ended, 102);
    List<String> entries =
        ended.audit().stream()
            .map((JsonNode line) -> line.path("fields"))
            .filter(entry -> entry.path("coverage").asText().equals("woven"))
            .map(entry -> entry.path("tool").asText())
            .toList();
    assertThat(entries).containsExactly("greet");
  }

  private GuardedRun run(Jdk jdk, boolean guardFirst, String other) {
    GuardedRun run = new GuardedRun(jdk, folder);
    String option = "-javaagent:" + other;
    return guardFirst ? run.with(option) : run.first(option);
  }

  private Path agentJar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Retransformer.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = folder.resolve("other.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      // Its class is on the class path.
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }

  private static void assertGuarded(Ended ended, int times) throws IOException {
    assertThat(ended.exit()).as(ended.err()).isZero();
    List<String> lines = ended.out().lines().toList();
    assertThat(lines.stream().filter("hello world"::equals)).hasSize(times);
    assertThat(lines.stream().filter(line -> line.startsWith("denied greet by args.whom.oneOf")))
        .hasSize(times);
    assertThat(ended.folder().resolve("greeted-world")).exists();
    assertThat(ended.folder().resolve("greeted-mars")).doesNotExist();
    assertThat(ended.audit("intent", "greet")).hasSize(2 * times);
    assertThat(ended.audit("outcome", "greet")).hasSize(2 * times);
  }
}
