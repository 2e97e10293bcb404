package io.agenttool.guard.settings;

import static java.util.Objects.requireNonNull;

import io.agenttool.guard.settings.PolicyFile.ToolEntry;
import java.io.File;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    if (name == null) {
      return new Settings(set, null);
    }
    File file = new File(name);
    PolicyFile policy =
        PolicyFile.read(file.isAbsolute() ? file : new File(sources.directory(), name), name);
    for (Option<?> option : PolicyFile.TABLE) {
      Object value = policy.settings().get(option);
      if (value != null) {
        set.putIfAbsent(option, value);
      }
    }
    return new Settings(set, policy);
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
