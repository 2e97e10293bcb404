package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What guard.jar holds, and what it must not. */
class PackagingIT {

  @Test
  void onlyThePremainClassAndTheAnnotationsArePlainClasses() throws IOException {
    assertThat(entries())
        .filteredOn(name -> name.endsWith(".class"))
        .allMatch(
            name ->
                name.matches("io/agenttool/[A-Za-z$]+\\.class")
                    || name.matches("io/agenttool/guard/GuardAgent(\\$Loader)?\\.class"));
    assertThat(entries())
        .contains(
            "io/agenttool/AgentTool.class",
            "io/agenttool/ToolDeniedException.class",
            "io/agenttool/guard/GuardAgent.class");
  }

  @Test
  void allElseLiesUnderOneFolderWhereAClassPathScannerSeesNoClass() throws IOException {
    assertThat(entries())
        .filteredOn(name -> !name.endsWith("/") && !name.endsWith(".class"))
        .allMatch(name -> name.startsWith("guard/") || name.startsWith("META-INF/"));
    assertThat(entries())
        .contains(
            "guard/org/objectweb/asm/ClassReader.classdata",
            "guard/com/google/re2j/Pattern.classdata",
            "guard/boot/java/lang/GuardDispatch.classdata");
  }

  @Test
  void ofByteBuddyItHoldsTheAttachingAlone() throws IOException {
    assertThat(entries())
        .filteredOn(name -> name.startsWith("guard/net/bytebuddy/") && !name.endsWith("/"))
        .allMatch(name -> name.matches("guard/net/bytebuddy/agent/.*"));
  }

  @Test
  void theRulesAreAllInsideWithoutTheirExamples() throws IOException {
    String rules = "io/agenttool/guard/output/secrets.yaml";
    String source = Files.readString(Path.of("../agent/src/main/resources", rules));
    try (JarFile jar = new JarFile(GuardedRun.JAR.toFile())) {
      byte[] inside = jar.getInputStream(jar.getEntry("guard/" + rules)).readAllBytes();
      assertThat(new String(inside, StandardCharsets.UTF_8))
          .isEqualTo(
              source
                  .substring(source.indexOf("- id:"))
                  .replaceAll("\n  (match|clean):.*(\n    .*)*", ""));
    }
  }

  @Test
  void nothingIsThereTwiceAndNothingIsSigned() throws IOException {
    assertThat(entries()).doesNotHaveDuplicates();
    assertThat(entries()).noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)"));
    assertThat(entries())
        .noneMatch(name -> name.contains("bouncycastle") || name.contains("com/sun/jna"))
        .noneMatch(name -> name.contains("META-INF/versions") || name.contains("module-info"));
  }

  @Test
  void theManifestNamesTheEntryAndNothingOnTheBootClassPath() throws IOException {
    try (JarFile jar = new JarFile(GuardedRun.JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      for (String entry : List.of("Premain-Class", "Agent-Class", "Main-Class")) {
        assertThat(manifest.getValue(entry)).isEqualTo("io.agenttool.guard.GuardAgent");
      }
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Boot-Class-Path")).isNull();
    }
  }

  @Test
  void theLicencesOfWhatIsInsideAreInside() throws IOException {
    assertThat(entries()).contains("META-INF/LICENSE", "META-INF/NOTICE");
    assertThat(entries())
        .anyMatch(name -> name.startsWith("META-INF/licenses/asm/"))
        .anyMatch(name -> name.startsWith("META-INF/licenses/byte-buddy-agent/"))
        .anyMatch(name -> name.startsWith("META-INF/licenses/jackson-core/"));
  }

  @Test
  void itIsAtMostTwentyMegabytes() throws IOException {
    assertThat(Files.size(GuardedRun.JAR)).isLessThan(20_000_000);
  }

  @Test
  void everyEntryHasTheSameTime() throws IOException {
    try (JarFile jar = new JarFile(GuardedRun.JAR.toFile())) {
      assertThat(jar.stream().map(JarEntry::getTime).distinct()).hasSize(1);
    }
  }

  private static List<String> entries() throws IOException {
    List<String> names = new ArrayList<>();
    try (JarFile jar = new JarFile(GuardedRun.JAR.toFile())) {
      jar.stream().map(JarEntry::getName).forEach(names::add);
    }
    return names;
  }
}
