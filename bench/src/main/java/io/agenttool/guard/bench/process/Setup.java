package io.agenttool.guard.bench.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the JVMs are started with, beside Guard.
 *
 * @param guard the arguments that bring Guard into a JVM, by what is asked for and Guard's folder
 * @param nothing the jar of an agent that does nothing
 * @param telemetry the OpenTelemetry Java agent; {@code null} where there is none
 * @param spring the class path of the Spring Boot application; {@code null} where it was not built
 */
public record Setup(
    BiFunction<Launch.With, Path, List<String>> guard,
    Path nothing,
    @Nullable Path telemetry,
    @Nullable String spring) {
  static final String SPRING_MAIN = "com.acme.springboot.Main";

  /**
   * As the build left it.
   *
   * @param scratch where the agent that does nothing is put
   */
  public static Setup of(BiFunction<Launch.With, Path, List<String>> guard, Path scratch)
      throws IOException {
    String telemetry = System.getProperty("bench.telemetry", "");
    Path app = Path.of(System.getProperty("bench.spring", ""));
    Path libraries = app.resolve("classpath.txt");
    return new Setup(
        guard,
        AgentJar.write(Nothing.class, scratch.resolve("nothing.jar")),
        Files.isRegularFile(Path.of(telemetry)) ? Path.of(telemetry) : null,
        Files.exists(libraries)
            ? app.resolve("classes") + File.pathSeparator + Files.readString(libraries).strip()
            : null);
  }

  /** Whether all that a launch needs is there. */
  boolean has(Launch launch) {
    return (launch.with() != Launch.With.TELEMETRY || telemetry != null)
        && (launch.app() != Launch.App.SPRING || spring != null);
  }

  /** The command line of a launch. */
  List<String> command(Launch launch, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(
        switch (launch.with()) {
          case NOTHING -> List.of();
          case ANY_AGENT -> List.of("-javaagent:" + nothing);
          case GUARD, POLICY -> guard.apply(launch.with(), folder);
          case TELEMETRY -> List.of("-javaagent:" + telemetry, "-Dotel.sdk.disabled=true");
        });
    String own = System.getProperty("java.class.path");
    command.addAll(
        switch (launch.app()) {
          case IDLE -> List.of("-cp", own, Idle.class.getName());
          case ONE_TOOL -> List.of("-cp", own, OneTool.class.getName());
          case SPRING -> List.of("-cp", String.valueOf(spring), SPRING_MAIN);
        });
    return command;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
