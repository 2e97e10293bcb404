package io.agenttool.guard.it.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Guard wrote down of each call. */
final class AuditTrail {

  /**
   * What Guard did about a call.
   *
   * @param status how the call ended: {@code returned}, {@code threw}, {@code answered}, {@code
   *     denied}; empty where the log has no outcome
   * @param rule the rule that denied it; empty if none did
   * @param reason why, as the model was told; empty if it was not denied
   * @param findings rules that found something in its arguments or its result
   */
  record Entry(String status, String rule, String reason, Set<String> findings) {

    /** That of a call that the log does not know. */
    static final Entry NONE = new Entry("", "", "", Set.of());

    /** The rules that had a say, or that the code ran in a container, in one line. */
    String why() {
      if (!rule.isEmpty()) {
        return rule;
      }
      return status.equals("answered") ? "ran in a container" : String.join(", ", findings);
    }
  }

  private AuditTrail() {}

  /**
   * Finds the entry of each step. The steps' calls are in the log in the order of the story.
   *
   * @return in the order of the steps
   */
  static List<Entry> read(Path log, List<Told> steps) throws IOException {
    Map<String, Entry> calls = new LinkedHashMap<>();
    Map<String, Deque<String>> callsOfTool = new HashMap<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(log)) {
      JsonNode record = json.readTree(line);
      String call = record.path("call").asText();
      if (call.isEmpty()) {
        continue;
      }
      if (!calls.containsKey(call)) {
        callsOfTool
            .computeIfAbsent(record.path("tool").asText(), tool -> new ArrayDeque<>())
            .add(call);
      }
      calls.merge(call, entry(record), AuditTrail::both);
    }
    List<Entry> entries = new ArrayList<>();
    for (Told step : steps) {
      String call = callsOfTool.getOrDefault(step.tool(), new ArrayDeque<>()).poll();
      entries.add(call == null ? Entry.NONE : calls.getOrDefault(call, Entry.NONE));
    }
    return entries;
  }

  private static Entry entry(JsonNode record) {
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : record.path("findings")) {
      findings.add(finding.path("rule").asText());
    }
    return new Entry(
        record.path("status").asText(),
        record.path("rule").asText(),
        record.path("reason").asText(),
        new LinkedHashSet<>(findings));
  }

  private static Entry both(Entry intent, Entry outcome) {
    Set<String> findings = new LinkedHashSet<>(intent.findings());
    findings.addAll(outcome.findings());
    boolean deniedBefore = outcome.rule().isEmpty();
    return new Entry(
        outcome.status(),
        deniedBefore ? intent.rule() : outcome.rule(),
        deniedBefore ? intent.reason() : outcome.reason(),
        findings);
  }
}
