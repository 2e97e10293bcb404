package io.agenttool.guard.settings;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/** The value of every {@link Option}. Immutable. */
public final class Settings {
  private final Map<Option<?>, Object> values;

  private Settings(Map<Option<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** All settings at their standard values, but for those given, as text by name. */
  public static Settings of(Map<String, String> texts) {
    Map<Option<?>, Object> values = new HashMap<>();
    for (Option<?> option : Options.ALL) {
      values.put(option, parse(option, texts.getOrDefault(option.name(), option.standard())));
    }
    return new Settings(values);
  }

  /** The value of a setting. */
  @SuppressWarnings("unchecked")
  public <T> T get(Option<T> option) {
    return (T) requireNonNull(values.get(option), option.name());
  }

  private static Object parse(Option<?> option, String text) {
    try {
      return option.type().parser().apply(text);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "guard." + option.name(), "'" + text + "' is not " + option.type().expected());
    }
  }
}
