package io.agenttool.guard.settings;

import io.agenttool.guard.settings.Node.Entries;
import io.agenttool.guard.settings.Node.Entry;
import io.agenttool.guard.settings.Node.Items;
import io.agenttool.guard.settings.Node.Position;
import io.agenttool.guard.settings.Node.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map of the policy file, read against the table of its keys: {@code a.b} in the table is {@code
 * a: {b: }} in the file. Immutable once read.
 */
final class Section {
  private final String path;
  private final List<Option<?>> table;
  private final @Nullable String named;
  private final @Nullable String listed;
  private final IdentityHashMap<Option<?>, Object> values = new IdentityHashMap<>();
  private final IdentityHashMap<Option<?>, Position> places = new IdentityHashMap<>();
  private final Entries entries;

  private Section(
      String path,
      List<Option<?>> table,
      @Nullable String named,
      @Nullable String listed,
      Entries entries) {
    this.path = path;
    this.table = table;
    this.named = named;
    this.listed = listed;
    this.entries = entries;
  }

  /**
   * Reads a map.
   *
   * @param node the map
   * @param path what leads to it, for messages: {@code tools.run_command}; empty for the root
   * @param table the keys that it may have
   * @param named one more key, under which names of the user's stand, but for what the table has
   *     there; {@code null} for none
   * @param listed one more key, under which a list stands; {@code null} for none
   * @throws SettingsException for what is not in the table, and values that are not of their type
   */
  static Section read(
      Node node,
      String path,
      List<Option<?>> table,
      @Nullable String named,
      @Nullable String listed) {
    Section section = new Section(path, table, named, listed, map(node, path));
    section.read(section.entries, "");
    return section;
  }

  /** Reads a map that has the keys of its table and no others. */
  static Section read(Node node, String path, List<Option<?>> table) {
    return read(node, path, table, null, null);
  }

  /** What was said; {@code null} for nothing. */
  @SuppressWarnings("unchecked")
  <T> @Nullable T get(Option<T> key) {
    return (T) values.get(key);
  }

  /** Where the value of a key stands; {@code null} where nothing was said. */
  @Nullable Position at(Option<?> key) {
    return places.get(key);
  }

  /** Whether the map has this key, whatever its value. */
  boolean has(String key) {
    return entries.get(key) != null;
  }

  /** The names under the one key that takes them, with what stands under each. */
  List<Entry> named() {
    Node names = named == null ? null : entries.get(named);
    if (named == null || names == null) {
      return List.of();
    }
    List<Entry> own = new ArrayList<>(map(names, join(path, named)).entries());
    own.removeIf(entry -> option(named + "." + entry.key()) != null);
    return own;
  }

  /** What stands under the one key that takes a list. */
  List<Node> listed() {
    Node list = listed == null ? null : entries.get(listed);
    if (list == null) {
      return List.of();
    }
    if (list instanceof Items items) {
      return items.items();
    }
    throw new SettingsException(
        list.at().toString(), listed + " is " + list.kind() + "; it takes a list, such as [{…}]");
  }

  private void read(Entries map, String prefix) {
    for (Entry entry : map.entries()) {
      String name = prefix + entry.key();
      Option<?> option = option(name);
      if (entry.key().indexOf('.') >= 0) {
        throw option == null ? unknown(entry, prefix) : dotted(entry);
      }
      if (option != null) {
        put(option, entry.value(), name);
      } else if (name.equals(named)) {
        readSettingsAmong(map(entry.value(), join(path, name)), name + ".");
      } else if (leads(name)) {
        read(map(entry.value(), join(path, name)), name + ".");
      } else if (!name.equals(listed)) {
        throw unknown(entry, prefix);
      }
    }
  }

  /** Names of the user's are read by others. */
  private void readSettingsAmong(Entries names, String prefix) {
    for (Entry entry : names.entries()) {
      Option<?> option = option(prefix + entry.key());
      if (option != null) {
        put(option, entry.value(), prefix + entry.key());
      }
    }
  }

  private void put(Option<?> option, Node value, String name) {
    values.put(option, value(option, value, join(path, name)));
    places.put(option, value.at());
  }

  private @Nullable Option<?> option(String name) {
    for (Option<?> option : table) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    return null;
  }

  private boolean leads(String name) {
    for (Option<?> option : table) {
      if (option.name().startsWith(name + ".")) {
        return true;
      }
    }
    return false;
  }

  /** The name of a setting is no key: else it could stand twice, and a section go unnoticed. */
  private static SettingsException dotted(Entry entry) {
    String levels = entry.key().replace(".", ": {") + ": …";
    return new SettingsException(
        entry.at().toString(),
        "unknown key "
            + SettingsException.quoted(entry.key())
            + "; each dot is a level: "
            + levels
            + "}".repeat(entry.key().split("\\.", -1).length - 1));
  }

  private SettingsException unknown(Entry entry, String prefix) {
    List<String> known = new ArrayList<>();
    for (Option<?> option : table) {
      if (option.name().startsWith(prefix)) {
        int end = option.name().indexOf('.', prefix.length());
        String key =
            end < 0
                ? option.name().substring(prefix.length())
                : option.name().substring(prefix.length(), end);
        if (!known.contains(key)) {
          known.add(key);
        }
      }
    }
    if (prefix.isEmpty()) {
      for (String other : new @Nullable String[] {named, listed}) {
        if (other != null && !known.contains(other)) {
          known.add(other);
        }
      }
    }
    String place = prefix.isEmpty() ? path : join(path, prefix.substring(0, prefix.length() - 1));
    return new SettingsException(
        entry.at().toString(),
        "unknown key "
            + SettingsException.quoted(entry.key())
            + (place.isEmpty() ? "" : " in " + place)
            + "; "
            + SettingsException.hint(entry.key(), known));
  }

  private static Object value(Option<?> option, Node node, String path) {
    if (option.type().parser() instanceof Parsers.Lists lists) {
      return list(option.type(), lists, node, path);
    }
    if (option.type().parser() instanceof Parsers.Actions actions && node instanceof Entries map) {
      return actions(actions, map, path);
    }
    if (option.type().parser() instanceof Parsers.Rules && node instanceof Items items) {
      return SecretRules.read(items, path);
    }
    if (node instanceof Scalar scalar && !(option.type().parser() instanceof Parsers.Actions)) {
      String text = scalar.isNull() ? "" : scalar.text();
      return option.type().read(node.at().toString(), path + " ", text);
    }
    throw new SettingsException(
        node.at().toString(),
        path + " is " + node.kind() + "; it takes " + option.type().expected());
  }

  private static Object actions(Parsers.Actions parser, Entries map, String path) {
    Map<String, SecretAction> actions = new LinkedHashMap<>();
    for (Entry entry : map.entries()) {
      String text = entry.value() instanceof Scalar scalar ? scalar.text() : entry.value().kind();
      try {
        actions.put(entry.key(), parser.action(text));
      } catch (IllegalArgumentException e) {
        throw new SettingsException(
            entry.value().at().toString(),
            path
                + "."
                + entry.key()
                + " "
                + SettingsException.quoted(text)
                + " is not one of "
                + parser.words());
      }
    }
    return Collections.unmodifiableMap(actions);
  }

  private static Object list(OptionType<?> type, Parsers.Lists lists, Node node, String path) {
    if (!(node instanceof Items items)) {
      throw new SettingsException(
          node.at().toString(), path + " is " + node.kind() + "; it takes a list, such as [a, b]");
    }
    List<String> elements = new ArrayList<>();
    for (Node item : items.items()) {
      if (!(item instanceof Scalar scalar) || scalar.isNull() || scalar.text().isEmpty()) {
        throw new SettingsException(
            item.at().toString(),
            path + " has an element that is " + kind(item) + "; its elements are texts");
      }
      try {
        elements.add(lists.element(scalar.text()));
      } catch (IllegalArgumentException e) {
        throw new SettingsException(
            item.at().toString(),
            path + " " + SettingsException.quoted(scalar.text()) + ": takes " + type.expected());
      }
    }
    try {
      return lists.checked(elements);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          node.at().toString(), path + " is an empty list; it takes " + type.expected());
    }
  }

  private static String kind(Node node) {
    return node instanceof Scalar ? "empty" : node.kind();
  }

  private static Entries map(Node node, String path) {
    if (node instanceof Entries entries) {
      return entries;
    }
    throw new SettingsException(
        node.at().toString(),
        path + " is " + node.kind() + "; it takes keys and values, or {} for none");
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
