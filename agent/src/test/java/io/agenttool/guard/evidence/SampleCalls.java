package io.agenttool.guard.evidence;

import io.agenttool.guard.call.Tool;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.settings.InjectionAction;
import io.agenttool.guard.settings.OutputPolicy;
import io.agenttool.guard.settings.SecretAction;
import io.agenttool.guard.settings.ToolPolicy;
import io.agenttool.guard.settings.Ungoverned;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls to record and approve, and a redaction with one kind of token and names of passwords. */
public final class SampleCalls {
  /** Found by {@link #REDACT}, and no one's. */
  public static final String SECRET = "tok" + "-4f9a8b7c6d5e";

  private static final Pattern TOKEN = Pattern.compile("tok-[0-9a-f]{12}");
  private static final Pattern NAMED = Pattern.compile("(?i)(password|api_key)=\\S+");

  /** Replaces {@link #SECRET} and what follows {@code password=}. */
  public static final UnaryOperator<String> REDACT =
      text ->
          NAMED
              .matcher(TOKEN.matcher(text).replaceAll("[REDACTED_TOKEN]"))
              .replaceAll("$1=[REDACTED_PASSWORD]");

  private SampleCalls() {}

  /** A tool with parameters {@code path} and {@code options}. */
  public static Tool tool(String name, boolean confirm) {
    return tool(
        name,
        confirm,
        new Tool.Parameter(0, "path", "java.lang.String"),
        new Tool.Parameter(1, "options", "java.lang.Object"));
  }

  /** A tool with these parameters. */
  public static Tool tool(String name, boolean confirm, Tool.Parameter... parameters) {
    return new Tool(
        name,
        "Guard",
        "com.acme.Files",
        "delete",
        List.of(parameters),
        "java.lang.String",
        true,
        new ToolPolicy(
            confirm,
            Map.of(),
            InjectionAction.WARN,
            null,
            new OutputPolicy(SecretAction.REDACT, null),
            Ungoverned.DENY,
            "annotations"),
        null);
  }

  /** A call of {@link #tool}. */
  public static ToolCall call(Tool tool, @Nullable Object... arguments) {
    return new ToolCall(tool, null, arguments, null);
  }
}
