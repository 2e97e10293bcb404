package io.agenttool.guard.settings;

import io.agenttool.guard.settings.Node.Position;
import io.agenttool.guard.settings.PolicyFile.ArgEntry;
import io.agenttool.guard.settings.PolicyFile.ToolEntry;
import io.agenttool.guard.settings.ToolHints.SandboxHint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that was said of one method, in one {@link ToolPolicy}: the policy file's entry first, then
 * the annotations, then the settings of the whole JVM.
 *
 * @param settings those of the whole JVM
 * @param tool the tool's name
 * @param entry the policy file's, {@code null} for none
 * @param hints what the annotations say
 * @param parameters the names of the method's parameters
 * @param method the method, for messages: {@code a.b.C#run(java.lang.String)}
 */
record PolicyMerge(
    Settings settings,
    String tool,
    @Nullable ToolEntry entry,
    ToolHints hints,
    List<String> parameters,
    String method) {

  ToolPolicy merge() {
    Boolean confirm = said(ToolKeys.CONFIRM);
    InjectionAction injection = said(ToolKeys.INJECTION);
    Ungoverned ungoverned = said(ToolKeys.UNGOVERNED);
    return new ToolPolicy(
        confirm != null ? confirm : hints.destructive(),
        args(),
        injection != null ? injection : settings.get(Options.INJECTION),
        sandbox(),
        output(),
        ungoverned != null ? ungoverned : settings.get(Options.UNGOVERNED),
        entry == null ? "annotations" : entry.at().toString());
  }

  private Map<String, ArgPolicy> args() {
    Map<String, ArgPolicy> args = new HashMap<>(hints.args());
    if (entry != null) {
      for (Map.Entry<String, ArgEntry> arg : entry.args().entrySet()) {
        mustHave(arg.getValue().at().toString(), arg.getKey());
        ArgPolicy annotated = hints.args().getOrDefault(arg.getKey(), ArgPolicy.NONE);
        args.put(arg.getKey(), arg.getValue().policy().orElse(annotated));
      }
    }
    for (Map.Entry<String, ArgPolicy> arg : args.entrySet()) {
      ArgEntry written = entry == null ? null : entry.args().get(arg.getKey());
      ArgCheck check =
          new ArgCheck(
              "argument " + SettingsException.quoted(arg.getKey()) + " of tool " + tool,
              written == null ? null : written.section(),
              "@ToolArg on " + method);
      check.values(arg.getValue());
      check.kind(arg.getValue());
    }
    return args;
  }

  private @Nullable SandboxPolicy sandbox() {
    SandboxHint hint = hints.sandbox();
    if (hint == null && (entry == null || !entry.section().has("sandbox"))) {
      return null;
    }
    return new SandboxPolicy(
        language(hint),
        code(hint),
        saidOrSet(Options.SANDBOX_IMAGE),
        saidOrSet(Options.SANDBOX_TIMEOUT),
        saidOrSet(Options.SANDBOX_MEMORY),
        saidOrSet(Options.SANDBOX_PIDS),
        saidOrSet(Options.SANDBOX_TMPFS),
        saidOrSet(Options.SANDBOX_OUTPUT).intValue());
  }

  private String language(@Nullable SandboxHint hint) {
    String said = said(ToolKeys.LANGUAGE);
    if (said != null) {
      return said;
    }
    return hint == null
        ? ToolKeys.LANGUAGE.standard()
        : ToolKeys.LANGUAGE.type().read("@Sandboxed on " + method, "language ", hint.language());
  }

  private @Nullable String code(@Nullable SandboxHint hint) {
    String said = said(ToolKeys.CODE);
    if (said != null) {
      Position at = entry == null ? null : entry.section().at(ToolKeys.CODE);
      mustHave(String.valueOf(at), said);
      return said;
    }
    if (hint != null && hint.code() != null) {
      mustHave("@Sandboxed on " + method, hint.code());
      return hint.code();
    }
    return null;
  }

  private OutputPolicy output() {
    List<String> domains = said(Options.DOMAINS);
    if (domains == null && settings.isSet(Options.DOMAINS)) {
      domains = settings.get(Options.DOMAINS);
    }
    Map<String, SecretAction> actions = new HashMap<>(settings.get(Options.ACTIONS));
    Map<String, SecretAction> own = said(Options.ACTIONS);
    if (own != null) {
      actions.putAll(own);
    }
    return new OutputPolicy(
        saidOrSet(Options.SECRETS), actions, saidOrSet(Options.OUTPUT_INJECTION), domains);
  }

  private void mustHave(String where, String argument) {
    if (!parameters.contains(argument)) {
      throw new SettingsException(
          where,
          "tool "
              + tool
              + " has no argument "
              + SettingsException.quoted(argument)
              + (parameters.isEmpty()
                  ? "; it has none"
                  : "; it has: " + String.join(", ", parameters)));
    }
  }

  private <T> T saidOrSet(Option<T> option) {
    T said = said(option);
    return said != null ? said : settings.get(option);
  }

  private <T> @Nullable T said(Option<T> key) {
    return entry == null ? null : entry.section().get(key);
  }
}
