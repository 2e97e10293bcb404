package io.agenttool.guard.output;

import io.agenttool.guard.settings.SecretAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What happens to what is found.
 *
 * @param standard to all, but
 * @param actions to what a rule of that id finds
 */
record Treatment(SecretAction standard, Map<String, SecretAction> actions) {
  /** Everything becomes its marker. */
  static final Treatment REDACT = new Treatment(SecretAction.REDACT, Map.of());

  /** What happens to what a rule of that id finds. */
  SecretAction of(String id) {
    return actions.getOrDefault(id, standard);
  }

  /** What stands in its place. */
  Marking marking(String id) {
    return switch (of(id)) {
      case MASK -> Marking.MASK;
      case HASH -> Marking.HASH;
      case REDACT, DENY, WARN, OFF -> Marking.NAME;
    };
  }

  /**
   * The rules whose action is {@code which}; those that deny come first, so that they name a text
   * that another rule finds too.
   */
  List<Rule> strictestFirst(List<Rule> rules, Predicate<SecretAction> which) {
    List<Rule> first = new ArrayList<>();
    List<Rule> rest = new ArrayList<>();
    for (Rule rule : rules) {
      SecretAction action = of(rule.id());
      if (which.test(action)) {
        (action == SecretAction.DENY ? first : rest).add(rule);
      }
    }
    first.addAll(rest);
    return first;
  }
}
