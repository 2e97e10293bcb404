package io.agenttool.guard.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found of a corpus, and what was taken for a secret and is none. */
final class Figures {
  private static final int MOST_SHOWN = 40;

  /** Of one kind of secret. */
  static final class Score {
    int secrets;
    int found;
    int named;
  }

  final Map<String, Score> kinds = new TreeMap<>();
  final Map<String, Integer> foundBy = new TreeMap<>();
  final Map<String, Integer> alarmsBy = new TreeMap<>();
  final List<String> missed = new ArrayList<>();
  final List<String> alarming = new ArrayList<>();
  int ordinaryLines;
  int ordinaryAlarms;
  int similarLines;
  int similarAlarms;

  Score of(String kind) {
    return kinds.computeIfAbsent(kind, key -> new Score());
  }

  void missed(String kind, String text) {
    if (missed.size() < MOST_SHOWN) {
      missed.add(kind + ": " + text);
    }
  }

  /** Text of open-licence sources that holds no secret. */
  void ordinary(String text, Redactor redactor) {
    ordinaryLines += lines(text);
    ordinaryAlarms += alarms(text, redactor);
  }

  /** Text that looks like secrets and holds none. */
  void similar(String text, Redactor redactor) {
    similarLines += lines(text);
    similarAlarms += alarms(text, redactor);
  }

  int secrets() {
    return kinds.values().stream().mapToInt(score -> score.secrets).sum();
  }

  int found() {
    return kinds.values().stream().mapToInt(score -> score.found).sum();
  }

  int negatives() {
    return ordinaryLines + similarLines;
  }

  int alarms() {
    return ordinaryAlarms + similarAlarms;
  }

  private int alarms(String text, Redactor redactor) {
    List<String> rules = new ArrayList<>();
    String redacted = redactor.redact(text, rules::add);
    rules.forEach(rule -> alarmsBy.merge(rule, 1, Integer::sum));
    if (!rules.isEmpty() && alarming.size() < MOST_SHOWN) {
      alarming.add(rules + ": " + firstChange(text, redacted));
    }
    return rules.size();
  }

  private static String firstChange(String text, String redacted) {
    List<String> before = text.lines().toList();
    List<String> after = redacted.lines().toList();
    int line = 0;
    while (line < after.size() - 1 && before.get(line).equals(after.get(line))) {
      line++;
    }
    String whole = before.get(line) + " -> " + after.get(line);
    return whole.substring(0, Math.min(500, whole.length()));
  }

  private static int lines(String text) {
    return (int) text.lines().filter(line -> !line.isBlank()).count();
  }
}
