package io.agenttool.guard.start;

import io.agenttool.guard.call.Tool;
import io.agenttool.guard.weave.Governing.Coverage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was found and what became of it: an event of the audit log a tool. */
final class Ledger {
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Consumer<Map<String, Object>> events;

  /**
   * @param events takes the fields of each entry
   */
  Ledger(Consumer<Map<String, Object>> events) {
    this.events = events;
  }

  void add(Tool tool, Coverage coverage, @Nullable String why) {
    seen.add(tool.name());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tool", tool.name());
    fields.put("framework", tool.framework());
    fields.put("method", tool.toString());
    fields.put("coverage", coverage.name().toLowerCase(Locale.ROOT));
    fields.put("policy", tool.policy().where());
    if (why != null) {
      fields.put("why", why);
      Voice.say(tool.name() + " is refused: " + why);
    }
    events.accept(fields);
  }

  void addUncovered(String what) {
    events.accept(
        Map.of("coverage", Coverage.UNGOVERNED.name().toLowerCase(Locale.ROOT), "why", what));
  }

  /** Whether a tool of this name was found. */
  boolean hasSeen(String name) {
    return seen.contains(name);
  }
}
