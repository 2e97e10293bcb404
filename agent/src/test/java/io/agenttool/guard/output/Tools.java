package io.agenttool.guard.output;

import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.screen.Screen;
import io.agenttool.guard.settings.InjectionAction;
import io.agenttool.guard.settings.OutputPolicy;
import io.agenttool.guard.settings.SecretAction;
import io.agenttool.guard.settings.ToolPolicy;
import io.agenttool.guard.settings.Ungoverned;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls of methods of test classes, through the stage alone. */
final class Tools {
  /** OpenAI's form, built here so that no file holds it. */
  static final String KEY = "sk-proj-" + "aB3dE5gH7jK9mN1pQ3sT5vX7zB9dF1h";

  static final String MARKER = "[REDACTED_OPENAI_KEY]";

  static final Screen SCREEN = Screen.standard();

  private Tools() {}

  static Stage stage(SecretAction action, @Nullable List<String> domains) {
    return stage(Redactor.standard(), new OutputPolicy(action, domains));
  }

  static Stage stage(Redactor redactor, OutputPolicy policy) {
    return Objects.requireNonNull(
        new OutputDefence(redactor, SCREEN).stageFor(call(Object.class, policy).tool()));
  }

  static ToolCall call(Class<?> returns) {
    return call(returns, new OutputPolicy(SecretAction.REDACT, null));
  }

  static ToolCall call(Class<?> returns, OutputPolicy output) {
    ToolPolicy policy =
        new ToolPolicy(
            false, Map.of(), InjectionAction.WARN, null, output, Ungoverned.DENY, "test");
    Tool tool =
        new Tool(
            "tool",
            "Guard",
            Returning.class.getName(),
            "as" + returns.getSimpleName(),
            List.of(),
            returns.getTypeName(),
            true,
            policy,
            Returning.class.getClassLoader());
    return new ToolCall(tool, null, new Object[0], null);
  }

  /** What a caller of a tool with that return type gets for {@code result}. */
  static @Nullable Object filtered(Class<?> returns, @Nullable Object result) {
    return stage(SecretAction.REDACT, null).after(call(returns), result);
  }

  /** Methods of every return type that the tests use. */
  static final class Returning {
    static @Nullable Object asObject() {
      return null;
    }

    static @Nullable List<?> asList() {
      return null;
    }

    static @Nullable String asString() {
      return null;
    }

    static int asint() {
      return 0;
    }
  }
}
