package io.agenttool.guard.configuration;

import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML: each scalar of each document, by the keys that lead to it. From the parser's events:
 * no object is built from a tag, and an alias of a map is not followed, as its values have names of
 * their own where they stand.
 */
final class YamlValues {
  private final Values values;
  private final Names names = new Names();
  private final Map<String, String> anchors = new HashMap<>();

  private YamlValues(Values values) {
    this.values = values;
  }

  static void read(String text, Values values) {
    YamlValues reading = new YamlValues(values);
    try {
      ParserImpl events = new ParserImpl(new StreamReader(text), new LoaderOptions());
      while (!events.checkEvent(Event.ID.StreamEnd)) {
        reading.event(events.getEvent());
      }
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new NotReadable("not YAML" + (mark == null ? "" : ", in line " + (mark.getLine() + 1)));
    } catch (YAMLException e) {
      throw new NotReadable("not YAML");
    }
  }

  private void event(Event event) {
    switch (event.getEventId()) {
      case MappingStart -> names.beginMap();
      case SequenceStart -> names.beginList();
      case MappingEnd, SequenceEnd -> names.end();
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> text(anchors.getOrDefault(((AliasEvent) event).getAnchor(), ""));
      default -> {
        // the beginnings and ends of documents
      }
    }
  }

  private void scalar(ScalarEvent scalar) {
    if (scalar.getAnchor() != null) {
      anchors.put(scalar.getAnchor(), scalar.getValue());
    }
    text(scalar.getValue());
  }

  private void text(String text) {
    if (names.isAtKey()) {
      names.key(text);
    } else {
      values.value(names.ofNext(), text);
    }
  }
}
