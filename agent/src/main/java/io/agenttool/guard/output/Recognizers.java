package io.agenttool.guard.output;

/** The code behind each form of a rule. */
final class Recognizers {
  private Recognizers() {}

  static Recognizer of(Rule rule) {
    return switch (rule.form()) {
      case TOKEN -> new TokenRecognizer(rule);
      case PASSWORD -> new AssignedRecognizer(rule.pattern(), 4, false);
      case ASSIGNED -> new AssignedRecognizer(rule.pattern(), 8, true);
      case USERINFO -> new UserInfoRecognizer();
      case HEADER -> new HeaderRecognizer();
      case LITERAL -> new LiteralRecognizer();
      case BLOCK -> new KeyBlockRecognizer();
    };
  }
}
