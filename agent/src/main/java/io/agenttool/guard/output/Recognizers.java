package io.agenttool.guard.output;

import static java.util.Objects.requireNonNull;

/** The code behind each form of a rule. */
final class Recognizers {
  private Recognizers() {}

  static Recognizer of(Rule rule) {
    return switch (rule.form()) {
      case TOKEN ->
          new TokenRecognizer(
              requireNonNull(rule.pattern(), rule.id()), rule.ignoreCase(), rule.joined());
      case PASSWORD -> new AssignedRecognizer(rule.pattern(), 4, false);
      case ASSIGNED -> new AssignedRecognizer(rule.pattern(), 8, true);
      case BLOCK -> new KeyBlockRecognizer();
    };
  }
}
