package io.agenttool.guard.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine of this machine, as a test looks at it from beside. */
final class TestEngine {
  static final String HOST = "unix:///var/run/docker.sock";

  private static final @Nullable String problem = probe();

  private TestEngine() {}

  /** Why there is no engine to test with; {@code null} if there is one. */
  static @Nullable String problem() {
    return problem;
  }

  /** Guard's containers of a JVM, running or not. */
  static List<String> containersOf(long pid) {
    return containersOf(pid, true);
  }

  /** Those of them that run. */
  static List<String> runningContainersOf(long pid) {
    return containersOf(pid, false);
  }

  private static List<String> containersOf(long pid, boolean all) {
    try (DockerClient client = open()) {
      return client
          .listContainersCmd()
          .withShowAll(all)
          .withLabelFilter(List.of(Labels.GUARD + ".pid=" + pid))
          .exec()
          .stream()
          .map(Container::getId)
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static DockerClient open() {
    return EngineClient.open(EngineAddress.parse(HOST), Duration.ofSeconds(5));
  }

  private static @Nullable String probe() {
    try (DockerClient client = open()) {
      client.inspectImageCmd("python:3.11-slim").exec();
      return null;
    } catch (IOException | RuntimeException e) {
      return "no container engine with python:3.11-slim at "
          + HOST
          + "; as root on Debian, bash src-it/docker-engine starts one";
    }
  }
}
