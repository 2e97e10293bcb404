package io.agenttool.guard.output;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that results of a JVM are looked through for.
 *
 * @param secrets rules with keywords, in order: where two find the same text, the earlier names it
 * @param slow rules for secrets without keywords
 * @param personal rules for personal data
 */
record RuleBook(List<Rule> secrets, List<Rule> slow, List<Rule> personal) {

  /** Copies them. */
  RuleBook {
    secrets = List.copyOf(secrets);
    slow = List.copyOf(slow);
    personal = List.copyOf(personal);
  }

  /** What stands in their markers. */
  Set<String> names() {
    return Stream.of(secrets, slow, personal)
        .flatMap(List::stream)
        .map(Rule::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
