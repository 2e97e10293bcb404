package io.agenttool.guard.settings;

import static java.util.Objects.requireNonNull;

import io.agenttool.guard.settings.PolicyFile.ToolEntry;
import java.io.File;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The value of every {@link Option}, and what the policy file says of each tool. Immutable. */
public final class Settings {
  private final IdentityHashMap<Option<?>, Object> values = new IdentityHashMap<>();
  private final IdentityHashMap<Option<?>, Object> set;
  private final @Nullable PolicyFile policy;

  private Settings(IdentityHashMap<Option<?>, Object> set, @Nullable PolicyFile policy) {
    this.set = set;
    this.policy = policy;
    for (Option<?> option : Options.ALL) {
      Object value = set.get(option);
      values.put(option, value != null ? value : option.type().parser().apply(option.standard()));
    }
  }

  /**
   * The settings of a JVM: system property over environment over agent argument over policy file
   * over the standard value. Meant for before {@code main}: without a policy file it needs neither
   * the YAML parser nor {@code java.nio.file}.
   *
   * @throws SettingsException for the first thing that is unknown or cannot be meant, wherever it
   *     stands, also where something else has precedence over it
   */
  public static Settings load(Sources sources) {
    IdentityHashMap<Option<?>, Object> set = SettingTexts.read(sources);
    String name = (String) set.get(Options.POLICY);
    PolicyFile policy = name == null ? null : policy(sources, name, set);
    if (set.get(Options.RULES) instanceof SecretRules rules) {
      set.put(Options.RULES, rules.resolved(sources.directory()));
    }
    return new Settings(set, policy);
  }

  private static PolicyFile policy(
      Sources sources, String name, IdentityHashMap<Option<?>, Object> set) {
    File file = new File(name);
    PolicyFile policy =
        PolicyFile.read(file.isAbsolute() ? file : new File(sources.directory(), name), name);
    for (Option<?> option : PolicyFile.TABLE) {
      Object value = policy.settings().get(option);
      if (value != null) {
        set.putIfAbsent(option, value);
      }
    }
    return policy;
  }

  /**
   * All settings at their standard values, but for those given, as text by name; no policy file.
   */
  public static Settings of(Map<String, String> texts) {
    IdentityHashMap<Option<?>, Object> set = new IdentityHashMap<>();
    SettingTexts.put(set, SettingTexts.Source.TEST, texts);
    return new Settings(set, null);
  }

  /** The value of a setting. */
  @SuppressWarnings("unchecked")
  public <T> T get(Option<T> option) {
    return (T) requireNonNull(values.get(option), option.name());
  }

  /** Whether somebody set this, be it to its standard value. */
  public boolean isSet(Option<?> option) {
    return set.containsKey(option);
  }

  /**
   * All that was said of one method that is a tool: by the policy file's entry for the tool, then
   * the annotations, then the settings of the whole JVM.
   *
   * @param tool the tool's name
   * @param hints what the annotations on the method say
   * @param parameters the names of its parameters, in order
   * @param method the method, for messages: {@code a.b.C#run(java.lang.String)}
   * @throws SettingsException where that does not fit the method or itself
   */
  public ToolPolicy policyFor(
      String tool, ToolHints hints, List<String> parameters, String method) {
    ToolEntry entry = policy == null ? null : policy.tools().get(tool);
    return new PolicyMerge(this, tool, entry, hints, parameters, method).merge();
  }

  /** Whether the policy file has an entry for a tool. */
  public boolean knows(String tool) {
    return policy != null && policy.tools().containsKey(tool);
  }

  /** Where actions are set for single rules, each with the ids of these rules. */
  public Map<String, Set<String>> rulesNamed() {
    Map<String, Set<String>> named = new LinkedHashMap<>();
    Map<String, SecretAction> actions = get(Options.ACTIONS);
    if (policy != null && actions.equals(policy.settings().get(Options.ACTIONS))) {
      named.put(policy.settings().at(Options.ACTIONS) + ": output.actions", actions.keySet());
    } else if (isSet(Options.ACTIONS)) {
      named.put("setting output.actions", actions.keySet());
    }
    if (policy != null) {
      for (ToolEntry tool : policy.tools().values()) {
        Map<String, SecretAction> own = tool.section().get(Options.ACTIONS);
        if (own != null) {
          named.put(
              tool.section().at(Options.ACTIONS) + ": tools." + tool.name() + ".output.actions",
              own.keySet());
        }
      }
    }
    return named;
  }

  /** The methods that the policy file makes tools, the first that matches winning. */
  public List<MatchRule> matchRules() {
    return policy == null ? List.of() : policy.rules();
  }

  /**
   * The tools that the policy file has an entry for, in its order, each with where that stands
   * ({@code guard.yaml:12:3}): one that no method goes by is probably misspelt.
   */
  public Map<String, String> toolsNamed() {
    Map<String, String> named = new LinkedHashMap<>();
    if (policy != null) {
      for (ToolEntry entry : policy.tools().values()) {
        named.put(entry.name(), entry.at().toString());
      }
    }
    return named;
  }
}
