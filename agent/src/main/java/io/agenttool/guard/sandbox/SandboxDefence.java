package io.agenttool.guard.sandbox;

import io.agenttool.guard.call.Defence;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.SandboxPolicy;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The code that a tool would execute runs in a container, and the tool's body does not run. */
public final class SandboxDefence implements Defence {
  private static final Set<String> TEXTS = Set.of("java.lang.String", "java.lang.CharSequence");
  private static final Set<String> NOTHING =
      Set.of(
          "void",
          "boolean",
          "byte",
          "short",
          "char",
          "int",
          "long",
          "float",
          "double",
          "java.lang.Void");

  private final String host;
  private @Nullable Sandbox sandbox;

  /**
   * Sends nothing and starts no thread.
   *
   * @param settings of which {@link Options#SANDBOX_HOST} is used, at the first tool that needs it
   */
  public SandboxDefence(Settings settings) {
    this.host = settings.get(Options.SANDBOX_HOST);
  }

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public @Nullable Stage stageFor(Tool tool) {
    SandboxPolicy policy = tool.policy().sandbox();
    if (policy == null) {
      return null;
    }
    if (Language.of(policy.language()) == null) {
      throw wrong(tool, "there is no sandbox for the language '" + policy.language() + "'");
    }
    if (NOTHING.contains(tool.returnType()) || tool.returnType().endsWith("[]")) {
      throw wrong(
          tool,
          "a sandboxed tool cannot return "
              + tool.returnType()
              + "; String, Map, a record or a bean would do");
    }
    return new SandboxStage(sandbox(), policy, code(tool, policy));
  }

  private synchronized Sandbox sandbox() {
    if (sandbox == null) {
      try {
        sandbox = new Sandbox(host);
      } catch (IllegalArgumentException e) {
        throw new SettingsException(
            "guard." + Options.SANDBOX_HOST.name(), String.valueOf(e.getMessage()));
      }
    }
    return sandbox;
  }

  private static Tool.Parameter code(Tool tool, SandboxPolicy policy) {
    List<Tool.Parameter> texts =
        tool.parameters().stream().filter(parameter -> TEXTS.contains(parameter.type())).toList();
    String name = policy.code();
    if (name == null) {
      if (texts.size() != 1) {
        throw wrong(
            tool,
            texts.size()
                + " of its parameters are text; name the one that is the code, with code: in the"
                + " policy file or code = in @Sandboxed");
      }
      return texts.get(0);
    }
    return texts.stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    tool,
                    "it has no text parameter '"
                        + name
                        + "' for the code, only "
                        + texts.stream().map(Tool.Parameter::name).toList()));
  }

  private static SettingsException wrong(Tool tool, String what) {
    return new SettingsException(
        tool.policy().where(), "tool " + tool.name() + ", sandbox: " + what);
  }
}
