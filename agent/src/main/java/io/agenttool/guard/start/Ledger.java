package io.agenttool.guard.start;

import io.agenttool.guard.settings.Presence;
import io.agenttool.guard.weave.Covered;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What was found and what became of it: an event of the audit log a tool. */
final class Ledger {
  /** Of what is shown: an application can load classes for ever. */
  private static final int LONGEST = 16_384;

  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Consumer<Map<String, Object>> events;

  /**
   * @param events takes the fields of each entry
   */
  Ledger(Consumer<Map<String, Object>> events) {
    this.events = events;
  }

  void add(Covered entry) {
    if (entry.tool() != null) {
      seen.add(entry.tool());
    }
    say(entry);
    events.accept(new LinkedHashMap<>(entry.fields()));
  }

  private static void say(Covered entry) {
    String what = entry.method() == null ? entry.className() : entry.method();
    switch (entry.coverage()) {
      case WOVEN, ABSTRACT -> {
        // All is well with it.
      }
      case PARTLY -> Voice.say(entry.tool() + " is guarded but for its result: " + entry.why());
      case REFUSED -> Voice.say(entry.tool() + " is refused: " + entry.why());
      case UNGOVERNED -> {
        Voice.say("NOT GUARDED: " + what + ": " + entry.why());
        show(what + ": " + entry.why());
      }
    }
  }

  /** For the commands, which ask from outside. */
  private static synchronized void show(String line) {
    String before = System.getProperty(Presence.UNCOVERED, "");
    if (before.length() < LONGEST) {
      System.setProperty(Presence.UNCOVERED, before + line.replace('\n', ' ') + '\n');
    }
  }

  /** Whether a tool of this name was found. */
  boolean hasSeen(String name) {
    return seen.contains(name);
  }
}
