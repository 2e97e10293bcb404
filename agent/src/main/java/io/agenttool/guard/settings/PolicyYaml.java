package io.agenttool.guard.settings;

import io.agenttool.guard.settings.Node.Entries;
import io.agenttool.guard.settings.Node.Entry;
import io.agenttool.guard.settings.Node.Items;
import io.agenttool.guard.settings.Node.Position;
import io.agenttool.guard.settings.Node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Makes {@link Node}s of YAML, from the parser's events: no object is ever built from a tag, and
 * what a key means is for others to say. Anchors, aliases and tags are refused: an entry of a
 * policy reads by itself, and nothing multiplies.
 */
final class PolicyYaml {
  private static final int DEEPEST = 16;

  private final String file;
  private final ParserImpl events;

  private PolicyYaml(String text, String file) {
    this.file = file;
    this.events = new ParserImpl(new StreamReader(text), new LoaderOptions());
  }

  /**
   * The document in {@code text}.
   *
   * @param file the file's name, for messages
   * @throws SettingsException where it is not one YAML document with one map
   */
  static Entries parse(String text, String file) {
    Node root = node(text, file);
    if (!(root instanceof Entries entries)) {
      throw new SettingsException(
          root.at().toString(), "a policy file is a map of keys, not " + root.kind());
    }
    return entries;
  }

  /** The document in {@code text}, a map or not; see {@link #parse}. */
  static Node node(String text, String file) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        throw new SettingsException(
            PolicyText.at(text, i, file),
            String.format("character U+%04X cannot stand in a policy file", c));
      }
    }
    try {
      return new PolicyYaml(text, file).document();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String where = mark == null ? file : position(mark, file).toString();
      throw new SettingsException(where, "not YAML: " + problem(e));
    } catch (YAMLException e) {
      throw new SettingsException(file, "not YAML: " + e.getMessage());
    }
  }

  private Node document() {
    events.getEvent();
    if (events.checkEvent(Event.ID.StreamEnd)) {
      throw empty();
    }
    events.getEvent();
    Node root = node(0);
    events.getEvent();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      throw new SettingsException(
          at(events.peekEvent()).toString(), "a policy file has one YAML document, no second");
    }
    if (root instanceof Scalar scalar && scalar.isNull()) {
      throw empty();
    }
    return root;
  }

  private Node node(int depth) {
    Event event = events.getEvent();
    Position at = at(event);
    if (depth > DEEPEST) {
      throw new SettingsException(at.toString(), "nested deeper than " + DEEPEST + " levels");
    }
    refuseReferences(event, at);
    if (event instanceof ScalarEvent scalar) {
      return new Scalar(at, scalar.getValue(), scalar.isPlain());
    }
    if (event instanceof SequenceStartEvent) {
      List<Node> items = new ArrayList<>();
      while (!events.checkEvent(Event.ID.SequenceEnd)) {
        items.add(node(depth + 1));
      }
      events.getEvent();
      return new Items(at, items);
    }
    return entries(at, depth);
  }

  private Entries entries(Position at, int depth) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Position> keys = new HashMap<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Node key = node(depth + 1);
      if (!(key instanceof Scalar scalar) || scalar.isNull()) {
        throw new SettingsException(key.at().toString(), "a key must be text");
      }
      Position first = keys.putIfAbsent(scalar.text(), key.at());
      if (first != null) {
        throw new SettingsException(
            key.at().toString(),
            "key "
                + SettingsException.quoted(scalar.text())
                + " stands twice, first in line "
                + first.line());
      }
      entries.add(new Entry(key.at(), scalar.text(), node(depth + 1)));
    }
    events.getEvent();
    return new Entries(at, entries);
  }

  private static void refuseReferences(Event event, Position at) {
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent node && node.getAnchor() != null)) {
      throw new SettingsException(
          at.toString(), "anchors (&) and aliases (*) are not for policy files; write it out");
    }
    String tag = tag(event);
    if (tag != null) {
      throw new SettingsException(
          at.toString(),
          "tags (!) are not for policy files; leave out " + SettingsException.quoted(tag));
    }
  }

  private static @Nullable String tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    if (event instanceof SequenceStartEvent sequence) {
      return sequence.getTag();
    }
    return event instanceof MappingStartEvent mapping ? mapping.getTag() : null;
  }

  private Position at(Event event) {
    return position(event.getStartMark(), file);
  }

  private static Position position(Mark mark, String file) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private SettingsException empty() {
    return new SettingsException(
        file, "the policy file is empty; it needs a key, such as mode: enforce, or {} for none");
  }

  private static String problem(MarkedYAMLException e) {
    String context = e.getContext() == null ? "" : e.getContext() + ", ";
    return (context + e.getProblem()).replace('\n', ' ');
  }
}
