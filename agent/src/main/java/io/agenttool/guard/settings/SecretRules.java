package io.agenttool.guard.settings;

import io.agenttool.guard.settings.Node.Items;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The user's own rules for secrets.
 *
 * @param file the file that they are in, as the user named it; {@code null} where they stand in the
 *     policy file, or there are none
 * @param rules what they say; empty while {@code file} is unread
 */
public record SecretRules(@Nullable String file, List<SecretRule> rules) {

  /** Copies {@code rules}. */
  public SecretRules {
    rules = List.copyOf(rules);
  }

  /** Those of a list. */
  static SecretRules read(Items items, String path) {
    List<SecretRule> rules = new ArrayList<>();
    for (Node item : items.items()) {
      Section section = Section.read(item, path + "[" + rules.size() + "]", RuleKeys.RULE);
      rules.add(SecretRule.of(section, item.at().toString()));
    }
    return new SecretRules(null, rules);
  }

  /** The rules themselves, from the file where they are in one. */
  SecretRules resolved(File directory) {
    if (file == null) {
      return this;
    }
    File place = new File(file);
    place = place.isAbsolute() ? place : new File(directory, file);
    Node root = PolicyYaml.node(PolicyText.read(place, file), file);
    if (!(root instanceof Items items)) {
      throw new SettingsException(
          root.at().toString(), "a file of rules is a list of rules, not " + root.kind());
    }
    return new SecretRules(file, read(items, "rules").rules());
  }
}
