package io.agenttool.guard.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The text after {@code -javaagent:guard.jar=}: {@code policy=guard.yaml,mode=monitor}. Commas part
 * the settings; a comma inside a value is written {@code \,}. Any other backslash is itself, so
 * that a path of Windows needs no care.
 */
final class AgentArgument {

  private AgentArgument() {}

  /**
   * Its settings, name to value, in order.
   *
   * @throws SettingsException for a part that is not {@code name=value}, or that stands twice
   */
  static Map<String, String> parse(String argument) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (argument.isEmpty()) {
      return settings;
    }
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      if (c == '\\' && i + 1 < argument.length() && argument.charAt(i + 1) == ',') {
        part.append(',');
        i++;
      } else if (c == ',') {
        add(settings, part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    add(settings, part.toString());
    return settings;
  }

  private static void add(Map<String, String> settings, String part) {
    int equals = part.indexOf('=');
    if (equals <= 0) {
      throw new SettingsException(
          "agent argument",
          SettingsException.quoted(part)
              + " is not name=value; a comma inside a value is written \\,");
    }
    String name = part.substring(0, equals);
    if (settings.put(name, part.substring(equals + 1)) != null) {
      throw new SettingsException("agent argument " + name, "stands twice");
    }
  }
}
