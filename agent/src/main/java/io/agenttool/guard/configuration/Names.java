package io.agenttool.guard.configuration;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The names of values in nested maps and lists: an element of a list has the name of the list. */
final class Names {
  /** Names grow with the levels; no configuration has as many. */
  private static final int DEEPEST = 100;

  private static final class Level {
    final String name;
    final boolean map;
    @Nullable String key;

    Level(String name, boolean map) {
      this.name = name;
      this.map = map;
    }
  }

  private final Deque<Level> levels = new ArrayDeque<>();

  /** Whether a key comes next. */
  boolean isAtKey() {
    Level level = levels.peek();
    return level != null && level.map && level.key == null;
  }

  /** The key of what comes next. */
  void key(String key) {
    levels.element().key = key;
  }

  /** A map comes next. */
  void beginMap() {
    begin(true);
  }

  /** A list comes next. */
  void beginList() {
    begin(false);
  }

  private void begin(boolean map) {
    if (levels.size() == DEEPEST) {
      throw new NotReadable("nested deeper than " + DEEPEST + " levels");
    }
    levels.push(new Level(ofNext(), map));
  }

  /** The map or list that was begun last ends. */
  void end() {
    levels.pop();
  }

  /** The name of the value that comes next; a key is used up by it. */
  String ofNext() {
    Level level = levels.peek();
    if (level == null) {
      return "";
    }
    String key = level.key;
    if (!level.map || key == null) {
      // a map that is the key of another one: what stands for it has no name
      level.key = level.map ? "" : null;
      return level.name;
    }
    level.key = null;
    return level.name.isEmpty() ? key : level.name + "." + key;
  }
}
