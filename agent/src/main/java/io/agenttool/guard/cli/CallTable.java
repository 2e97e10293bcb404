package io.agenttool.guard.cli;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins the intents and outcomes of a log to one line a call, in the order of the outcomes. */
final class CallTable {
  private static final int WIDTH = 300;

  private final PrintStream out;
  private final @Nullable String tool;
  private final boolean denied;
  private final int last;
  private final Map<String, Map<String, @Nullable String>> open = new LinkedHashMap<>();
  private final Deque<String> kept = new ArrayDeque<>();

  /**
   * @param tool only its calls; {@code null} for all
   * @param denied only calls that were denied, or would have been
   * @param last how many of these; 0 for all
   */
  CallTable(PrintStream out, @Nullable String tool, boolean denied, int last) {
    this.out = out;
    this.tool = tool;
    this.denied = denied;
    this.last = last;
  }

  /** Takes a line of the log. */
  void add(Map<String, @Nullable String> record) {
    String call = text(record, "call");
    switch (text(record, "kind")) {
      case "intent" -> open.put(call, record);
      case "outcome" -> {
        Map<String, @Nullable String> intent = open.remove(call);
        row(intent == null ? record : intent, record);
      }
      default -> {
        // Starts and events are no calls, and what is found later has its call in the table
        // already.
      }
    }
  }

  /** Prints what is left. */
  void end() {
    open.values().forEach(intent -> row(intent, Map.of("status", "unfinished")));
    kept.forEach(out::println);
  }

  private void row(Map<String, @Nullable String> intent, Map<String, @Nullable String> outcome) {
    String findings = text(intent, "findings") + text(outcome, "findings");
    String decision = text(intent, "decision");
    boolean refused =
        text(outcome, "status").equals("denied")
            || decision.equals("would-deny")
            || findings.contains("\"would-deny\"");
    if ((denied && !refused) || (tool != null && !Objects.equals(tool, intent.get("tool")))) {
      return;
    }
    Map<String, @Nullable String> reasons = outcome.get("rule") != null ? outcome : intent;
    String row =
        String.format(
            Locale.ROOT,
            "%s  %-20s  %-10s  %9s  %s",
            text(intent, "time"),
            Printable.text(text(intent, "tool")),
            decision.equals("would-deny") ? decision : Printable.text(text(outcome, "status")),
            millis(outcome.get("micros")),
            Printable.text(text(intent, "args"), WIDTH));
    String rule = text(reasons, "rule");
    print(
        rule.isEmpty() ? row : row + "  " + Printable.text(rule + ": " + text(reasons, "reason")));
  }

  private void print(String row) {
    if (last == 0) {
      out.println(row);
      return;
    }
    kept.addLast(row);
    if (kept.size() > last) {
      kept.removeFirst();
    }
  }

  private static String millis(@Nullable String micros) {
    return micros != null && micros.matches("\\d{1,15}")
        ? String.format(Locale.ROOT, "%.1f ms", Long.parseLong(micros) / 1000.0)
        : "";
  }

  private static String text(Map<String, @Nullable String> record, String name) {
    String value = record.get(name);
    return value == null ? "" : value;
  }
}
