package io.agenttool.guard.settings;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings that are single texts: of properties, the environment and the agent's argument. */
final class SettingTexts {

  /** A place that settings come from, and what they are called there. */
  enum Source {
    ARGUMENT("agent argument "),
    ENVIRONMENT("environment variable "),
    PROPERTY("system property "),
    TEST("setting ");

    private final String title;

    Source(String title) {
      this.title = title;
    }

    String name(Option<?> option) {
      return switch (this) {
        case ENVIRONMENT -> Sources.variable(option);
        case PROPERTY -> Sources.PROPERTY.concat(option.name());
        case ARGUMENT, TEST -> option.name();
      };
    }
  }

  private SettingTexts() {}

  /** What was set, the source with precedence winning; every source is checked whole. */
  static IdentityHashMap<Option<?>, Object> read(Sources sources) {
    IdentityHashMap<Option<?>, Object> set = new IdentityHashMap<>();
    String argument = sources.argument();
    if (argument != null) {
      put(set, Source.ARGUMENT, AgentArgument.parse(argument));
    }
    put(set, Source.ENVIRONMENT, sources.environment());
    put(set, Source.PROPERTY, sources.properties());
    return set;
  }

  /** Puts the settings of one source over those that are there. */
  static void put(
      IdentityHashMap<Option<?>, Object> set, Source source, Map<String, String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    Map<String, Option<?>> options = new LinkedHashMap<>();
    for (Option<?> option : Options.ALL) {
      options.put(source.name(option), option);
    }
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      String where = source.title.concat(entry.getKey());
      Option<?> option = options.get(entry.getKey());
      if (option == null) {
        throw new SettingsException(
            where,
            "unknown setting, with the value "
                + SettingsException.quoted(entry.getValue())
                + "; "
                + SettingsException.hint(entry.getKey(), new ArrayList<>(options.keySet())));
      }
      set.put(option, option.type().read(where, "", entry.getValue()));
    }
  }
}
