package io.agenttool.guard.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes {@code docs/guard.schema.json} from the tables of settings and of the policy's keys: JSON
 * Schema draft-07, which YAML editors read.
 */
final class PolicySchema {
  private static final String DURATION = "^[0-9]{1,9}(ms|s|m|h|d)$";
  private static final String METHODS = "^[^#()]+#[^#()]+(\\([^#()]*\\))?$";
  private static final String SIZE = "^[0-9]{1,9}[bkmgBKMG]?$";

  private PolicySchema() {}

  static ObjectNode schema() {
    ObjectNode arg = section(ToolKeys.ARG);
    ObjectNode tool = section(ToolKeys.TOOL);
    properties(tool).set("args", named(arg, "What the tool's arguments may be, by their names."));
    ObjectNode root = node();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("title", "Policy file of Guard");
    root.setAll(section(PolicyFile.TABLE));
    ObjectNode settings = properties((ObjectNode) properties(root).get("tools"));
    ObjectNode tools = named(tool, "What holds for one tool, by the tool's name.");
    tools.set("properties", settings);
    properties(root).set("tools", tools);
    ObjectNode rule = section(ToolKeys.MATCH);
    rule.putArray("required").add(ToolKeys.METHOD.name());
    ObjectNode rules = node().put("type", "array");
    rules.put("description", "Methods that are tools though nobody annotated them.");
    rules.set("items", rule);
    properties(root).set("match", rules);
    return root;
  }

  static String json() {
    return schema().toPrettyString() + "\n";
  }

  private static ObjectNode section(List<Option<?>> table) {
    ObjectNode section = map();
    for (Option<?> option : table) {
      ObjectNode place = section;
      String[] names = option.name().split("\\.", -1);
      for (int i = 0; i + 1 < names.length; i++) {
        ObjectNode known = properties(place);
        if (!known.has(names[i])) {
          known.set(names[i], map());
        }
        place = (ObjectNode) known.get(names[i]);
      }
      properties(place)
          .set(names[names.length - 1], value(option.type()).put("description", option.doc()));
    }
    return section;
  }

  private static ObjectNode value(OptionType<?> type) {
    ObjectNode value = node();
    switch (type.name()) {
      case "text" -> value.put("type", "string").put("minLength", 1);
      case "endpoint" -> value.put("type", "string").put("pattern", "^(unix:///|tcp://).");
      case "methods" -> value.put("type", "string").put("pattern", METHODS);
      case "flag" -> value.put("type", "boolean");
      case "duration" -> value.put("type", "string").put("pattern", DURATION);
      case "size" -> {
        value.putArray("type").add("string").add("integer");
        value.put("pattern", SIZE).put("minimum", 1);
      }
      case "count" -> value.put("type", "integer").put("minimum", 1).put("maximum", 999_999_999);
      case "actions" -> {
        value.put("type", "object");
        value.set("additionalProperties", value(OptionType.choice(SecretAction.class)));
      }
      case "rules" -> {
        ArrayNode ways = value.putArray("anyOf");
        ways.addObject().put("type", "string").put("minLength", 1);
        ways.addObject().put("type", "array").set("items", section(RuleKeys.RULE));
      }
      case "number" -> value.put("type", "number");
      case "list", "hosts" -> {
        value.put("type", "array");
        value.putObject("items").put("type", "string").put("minLength", 1);
        if (type.parser() instanceof Parsers.Lists lists && !lists.mayBeEmpty()) {
          value.put("minItems", 1);
        }
      }
      default -> {
        ArrayNode words = value.putArray("enum");
        for (String word : type.name().split(" \\| ", -1)) {
          type.read("schema", "", word);
          words.add(word);
        }
      }
    }
    return value;
  }

  private static ObjectNode named(ObjectNode each, String doc) {
    ObjectNode named = node().put("type", "object").put("description", doc);
    named.set("additionalProperties", each);
    return named;
  }

  private static ObjectNode map() {
    ObjectNode map = node().put("type", "object").put("additionalProperties", false);
    map.putObject("properties");
    return map;
  }

  private static ObjectNode properties(ObjectNode map) {
    return (ObjectNode) map.get("properties");
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
