package io.agenttool.guard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleIT {
  @TempDir Path elsewhere;

  @Test
  void aSecondBuildInAnotherFolderGivesTheSameJarByteForByte() throws Exception {
    Path root = Path.of("..").toAbsolutePath().normalize();
    for (String part : new String[] {"pom.xml", "LICENSE", ".mvn", "annotations", "agent"}) {
      copy(root, root.resolve(part));
    }
    // The modules that stay behind are named in the root's pom.
    for (String module : new String[] {"sample-app", "src-it", "bench"}) {
      copyPoms(root, root.resolve(module));
    }
    Path log = elsewhere.resolve("build.log");
    Process build =
        new ProcessBuilder(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-q",
                "-o",
                "-DskipTests",
                "-P!gates",
                "-pl",
                "annotations,agent",
                "package")
            .directory(elsewhere.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    build.getOutputStream().close();
    assertThat(build.waitFor(5, TimeUnit.MINUTES)).isTrue();

    assertThat(build.exitValue()).as(Files.readString(log)).isZero();
    assertThat(elsewhere.resolve("agent/target/guard.jar")).hasSameBinaryContentAs(GuardedRun.JAR);
  }

  private void copy(Path root, Path from) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!root.relativize(file).toString().contains("target/")) {
          copyFile(root, file);
        }
      }
    }
  }

  private void copyPoms(Path root, Path from) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(path -> path.endsWith("pom.xml")).toList()) {
        copyFile(root, file);
      }
    }
  }

  private void copyFile(Path root, Path file) throws IOException {
    Path to = elsewhere.resolve(root.relativize(file).toString());
    Files.createDirectories(to.getParent());
    Files.copy(file, to);
  }
}
