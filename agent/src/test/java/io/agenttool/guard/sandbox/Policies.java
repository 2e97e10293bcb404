package io.agenttool.guard.sandbox;

import io.agenttool.guard.call.Tool;
import io.agenttool.guard.settings.InjectionAction;
import io.agenttool.guard.settings.OutputPolicy;
import io.agenttool.guard.settings.SandboxPolicy;
import io.agenttool.guard.settings.SecretAction;
import io.agenttool.guard.settings.ToolPolicy;
import io.agenttool.guard.settings.Ungoverned;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tests start from. */
final class Policies {
  static final SandboxPolicy STANDARD = within(Duration.ofSeconds(30));

  private Policies() {}

  static SandboxPolicy within(Duration timeout) {
    return policy("python:3.11-slim", timeout, 1 << 20, null);
  }

  static SandboxPolicy withOutput(int output) {
    return policy("python:3.11-slim", Duration.ofSeconds(30), output, null);
  }

  static SandboxPolicy of(String image) {
    return policy(image, Duration.ofSeconds(30), 1 << 20, null);
  }

  static SandboxPolicy withCode(String code) {
    return policy("python:3.11-slim", Duration.ofSeconds(30), 1 << 20, code);
  }

  static SandboxPolicy withMemory(long memory) {
    SandboxPolicy standard = STANDARD;
    return new SandboxPolicy(
        standard.language(),
        null,
        standard.image(),
        standard.timeout(),
        memory,
        standard.pids(),
        standard.tmpfs(),
        standard.output());
  }

  private static SandboxPolicy policy(
      String image, Duration timeout, int output, @Nullable String code) {
    return new SandboxPolicy("python", code, image, timeout, 64L << 20, 32, 4L << 20, output);
  }

  /** The tool that a method of a class is. */
  static Tool tool(Class<?> type, String method, @Nullable SandboxPolicy sandbox) {
    Method found =
        Arrays.stream(type.getDeclaredMethods())
            .filter(candidate -> candidate.getName().equals(method))
            .findFirst()
            .orElseThrow();
    List<Tool.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < found.getParameterCount(); i++) {
      parameters.add(
          new Tool.Parameter(
              i, found.getParameters()[i].getName(), found.getParameterTypes()[i].getTypeName()));
    }
    return new Tool(
        "run_python",
        "Guard",
        type.getName(),
        method,
        parameters,
        found.getReturnType().getTypeName(),
        false,
        new ToolPolicy(
            false,
            Map.of(),
            InjectionAction.REPLACE,
            sandbox,
            new OutputPolicy(SecretAction.REDACT, null),
            Ungoverned.DENY,
            "guard.yaml:7:3"),
        type.getClassLoader());
  }
}
