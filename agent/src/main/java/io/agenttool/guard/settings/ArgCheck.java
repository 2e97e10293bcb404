package io.agenttool.guard.settings;

import static java.util.Objects.requireNonNullElse;

import io.agenttool.guard.settings.Node.Position;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was said of an argument makes sense together. A word that its kind has no use for is
 * refused: whoever wrote {@code within} meant a path to be held inside it.
 */
final class ArgCheck {
  private final String what;
  private final @Nullable Section section;
  private final String annotation;

  /**
   * @param what the argument, for messages: {@code tools.run.args.path}
   * @param section what the policy file says of it, {@code null} for nothing
   * @param annotation where the rest was said
   */
  ArgCheck(String what, @Nullable Section section, String annotation) {
    this.what = what;
    this.section = section;
    this.annotation = annotation;
  }

  /** Refuses a pattern that is none, and a range with nothing in it. */
  void values(ArgPolicy policy) {
    if (policy.pattern() != null) {
      pattern(policy.pattern());
    }
    Double min = policy.min();
    Double max = policy.max();
    if (min != null && max != null && min > max) {
      throw refusal(
          section != null && section.get(ToolKeys.MIN) == null ? ToolKeys.MAX : ToolKeys.MIN,
          "min " + min + " is greater than max " + max);
    }
  }

  /** Refuses words that the argument's kind has no use for. */
  void kind(ArgPolicy policy) {
    ArgKind kind = requireNonNullElse(policy.kind(), ArgKind.TEXT);
    needs(ToolKeys.ALLOW, policy.allow(), ArgKind.COMMAND, kind);
    needs(ToolKeys.DENY, policy.deny(), ArgKind.COMMAND, kind);
    needs(ToolKeys.WITHIN, policy.within(), ArgKind.PATH, kind);
    needs(ToolKeys.BASE, policy.base(), ArgKind.PATH, kind);
    needs(ToolKeys.MIN, policy.min(), ArgKind.TEXT, kind);
    needs(ToolKeys.MAX, policy.max(), ArgKind.TEXT, kind);
  }

  private void needs(Option<?> word, @Nullable Object value, ArgKind needed, ArgKind kind) {
    if (value != null && kind != needed) {
      throw refusal(
          word, word.name() + " needs kind: " + name(needed) + ", and its kind is " + name(kind));
    }
  }

  private void pattern(String pattern) {
    String fault = Re2.fault(pattern);
    if (fault != null) {
      throw refusal(ToolKeys.PATTERN, "pattern " + fault);
    }
  }

  private SettingsException refusal(Option<?> word, String why) {
    Position at = section == null ? null : section.at(word);
    return new SettingsException(at == null ? annotation : at.toString(), what + ": " + why);
  }

  private static String name(ArgKind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case COMMAND -> "command";
      case PATH -> "path";
    };
  }
}
