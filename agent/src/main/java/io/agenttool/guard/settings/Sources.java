package io.agenttool.guard.settings;

import java.io.File;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from. Of the properties and the environment only what is Guard's is kept:
 * names that begin with {@code guard.} and {@code GUARD_}, but for {@code guard.it.} and {@code
 * GUARD_IT_}, which belong to the project's own tests.
 *
 * @param properties system properties
 * @param environment environment variables
 * @param argument the agent's argument, what follows {@code -javaagent:guard.jar=}; {@code null}
 *     for none
 * @param directory the working directory, which a relative policy file is relative to
 */
public record Sources(
    Map<String, String> properties,
    Map<String, String> environment,
    @Nullable String argument,
    File directory) {
  static final String PROPERTY = "guard.";
  static final String VARIABLE = "GUARD_";

  /** Keeps what is Guard's, in the order of the names. */
  public Sources {
    properties = own(properties, PROPERTY, "guard.it.");
    environment = own(environment, VARIABLE, "GUARD_IT_");
  }

  /** Those of the running JVM. */
  public static Sources ofThisJvm(@Nullable String argument) {
    Properties system = System.getProperties();
    Map<String, String> properties = new TreeMap<>();
    for (Map.Entry<Object, Object> entry : system.entrySet()) {
      if (entry.getKey() instanceof String name
          && name.startsWith(PROPERTY)
          && entry.getValue() instanceof String value) {
        properties.put(name, value);
      }
    }
    return new Sources(properties, System.getenv(), argument, new File("").getAbsoluteFile());
  }

  /** The environment variable of a setting: {@code GUARD_CONFIRM_TIMEOUT}. */
  static String variable(Option<?> option) {
    StringBuilder name = new StringBuilder(VARIABLE);
    for (int i = 0; i < option.name().length(); i++) {
      char c = option.name().charAt(i);
      name.append(c == '.' ? '_' : Character.toUpperCase(c));
    }
    return name.toString();
  }

  private static Map<String, String> own(Map<String, String> all, String prefix, String reserved) {
    Map<String, String> own = new TreeMap<>();
    for (Map.Entry<String, String> entry : all.entrySet()) {
      if (entry.getKey().startsWith(prefix) && !entry.getKey().startsWith(reserved)) {
        own.put(entry.getKey(), entry.getValue());
      }
    }
    return own;
  }
}
