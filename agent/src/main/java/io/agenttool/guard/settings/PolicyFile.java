package io.agenttool.guard.settings;

import io.agenttool.guard.settings.Node.Entry;
import io.agenttool.guard.settings.Node.Position;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy file, read and checked as far as it can be before any tool is known.
 *
 * @param settings the settings of the whole JVM that it has
 * @param tools its entries, by the tool's name, in order
 * @param rules its entries of {@code match:}, in order
 */
record PolicyFile(Section settings, Map<String, ToolEntry> tools, List<MatchRule> rules) {

  /** Everything but the policy file itself. */
  static final List<Option<?>> TABLE = table();

  /**
   * An entry of {@code tools:}.
   *
   * @param at where its name stands
   * @param section its keys
   * @param args what it says of arguments, by name
   */
  record ToolEntry(String name, Position at, Section section, Map<String, ArgEntry> args) {}

  /**
   * An entry of a tool's {@code args:}.
   *
   * @param at where its name stands
   * @param section its keys
   * @param policy the same as a value
   */
  record ArgEntry(Position at, Section section, ArgPolicy policy) {}

  /**
   * Reads a policy file.
   *
   * @param file the file
   * @param name as the user named it, for messages
   * @throws SettingsException where it cannot be read or something in it cannot be meant
   */
  static PolicyFile read(File file, String name) {
    Node.Entries root = PolicyYaml.parse(PolicyText.read(file, name), name);
    Section settings = Section.read(root, "", TABLE, "tools", "match");
    Map<String, ToolEntry> tools = new LinkedHashMap<>();
    for (Entry tool : settings.named()) {
      tools.put(tool.key(), tool(tool));
    }
    List<MatchRule> rules = new ArrayList<>();
    for (Node rule : settings.listed()) {
      rules.add(rule(rule));
    }
    return new PolicyFile(settings, tools, rules);
  }

  private static MatchRule rule(Node node) {
    Section section = Section.read(node, "match", ToolKeys.MATCH);
    String where = node.at().toString();
    MethodPattern method = section.get(ToolKeys.METHOD);
    if (method == null) {
      throw new SettingsException(
          where, "an entry of match has no method; it takes " + OptionType.METHODS.expected());
    }
    return new MatchRule(method, section.get(ToolKeys.MATCHED), where);
  }

  private static ToolEntry tool(Entry entry) {
    String path = "tools." + entry.key();
    Section section = Section.read(entry.value(), path, ToolKeys.TOOL, "args", null);
    Map<String, ArgEntry> args = new LinkedHashMap<>();
    for (Entry arg : section.named()) {
      args.put(arg.key(), arg(arg, path + ".args." + arg.key()));
    }
    return new ToolEntry(entry.key(), entry.at(), section, args);
  }

  private static ArgEntry arg(Entry entry, String path) {
    Section section = Section.read(entry.value(), path, ToolKeys.ARG);
    ArgPolicy policy =
        new ArgPolicy(
            section.get(ToolKeys.KIND),
            section.get(ToolKeys.ALLOW),
            section.get(ToolKeys.DENY),
            section.get(ToolKeys.WITHIN),
            section.get(ToolKeys.BASE),
            section.get(ToolKeys.PATTERN),
            section.get(ToolKeys.MAX_LENGTH),
            section.get(ToolKeys.ONE_OF),
            section.get(ToolKeys.MIN),
            section.get(ToolKeys.MAX));
    ArgEntry arg = new ArgEntry(entry.at(), section, policy);
    ArgCheck check = new ArgCheck(path, section, "");
    check.values(policy);
    if (policy.kind() != null) {
      check.kind(policy);
    }
    return arg;
  }

  private static List<Option<?>> table() {
    List<Option<?>> table = new ArrayList<>(Options.ALL);
    table.remove(Options.POLICY);
    return List.copyOf(table);
  }
}
