package io.agenttool.guard.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of the policy file, and where it begins. */
sealed interface Node {

  /** Where it begins. */
  Position at();

  /** What it is, for messages: {@code a list}. */
  String kind();

  /**
   * A place in the policy file; as text {@code guard.yaml:12:5}.
   *
   * @param file as the user named it
   * @param line from 1
   * @param column from 1, in code points
   */
  record Position(String file, int line, int column) {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /**
   * Text, a number, true or false: what was written, unread.
   *
   * @param plain whether it stands without quotes
   */
  record Scalar(Position at, String text, boolean plain) implements Node {

    /** Whether nothing was written, or YAML's word for that. */
    boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    @Override
    public String kind() {
      return isNull() ? "empty" : "text";
    }
  }

  /** A list. */
  record Items(Position at, List<Node> items) implements Node {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys and values, in order; no key stands twice. */
  record Entries(Position at, List<Entry> entries) implements Node {

    /** What stands under {@code key}; {@code null} for nothing. */
    @Nullable Node get(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return entry.value();
        }
      }
      return null;
    }

    @Override
    public String kind() {
      return "a map";
    }
  }

  /**
   * A key and its value.
   *
   * @param at where the key begins
   */
  record Entry(Position at, String key, Node value) {}
}
