package io.agenttool.guard.output;

import java.util.Locale;
import java.util.Set;

/** Texts that stand where a secret would, in documentation, templates and our own markers. */
final class Placeholders {
  private static final Set<String> WORDS =
      Set.of(
          "null",
          "none",
          "nil",
          "true",
          "false",
          "undefined",
          "string",
          "str",
          "text",
          "number",
          "boolean",
          "object",
          "bytes",
          "char[]",
          "required",
          "optional",
          "password",
          "passwd",
          "secret",
          "token",
          "apikey",
          "api_key",
          "value",
          "changeme",
          "change_me",
          "change-me",
          "redacted",
          "hidden",
          "masked",
          "removed",
          "empty",
          "unset",
          "todo",
          "tbd",
          "default",
          "varchar",
          "env",
          "prompt",
          "any",
          "this",
          "self",
          "invalid",
          "missing",
          "incorrect",
          "wrong",
          "expired",
          "unknown",
          "n/a");
  private static final String[] PARTS = {
    "example",
    "xxxx",
    "****",
    "....",
    "placeholder",
    "redacted_",
    "your_",
    "your-",
    "changeme",
    "change_me",
    "dummy",
    "insert_",
    "replace_",
    "<your",
    "my_secret_here",
    "_here"
  };
  private static final String[] BEGINNINGS = {
    "${",
    "{{",
    "$(",
    "#{",
    "%(",
    "%{",
    "%s",
    "%d",
    "<%",
    "[redacted",
    "[blocked",
    "{{",
    "$env:",
    "ref+",
    "vault:",
    "secretref",
    "arn:aws:",
    "enc("
  };

  private static final int LONGEST_RUN = 8;

  private Placeholders() {}

  /** Whether {@code text[from, to)} is no secret but the place of one. */
  static boolean covers(String text, int from, int to) {
    if (to - from > 256) {
      return false;
    }
    String value = text.substring(from, to).toLowerCase(Locale.ROOT);
    if (WORDS.contains(value) || isVariable(value) || isOneCharacter(value)) {
      return true;
    }
    for (String part : PARTS) {
      if (value.contains(part)) {
        return true;
      }
    }
    for (String beginning : BEGINNINGS) {
      if (value.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a token is one of a manual's: has {@code EXAMPLE} in it, or nothing but one letter. */
  static boolean isExample(String text, int from, int to) {
    int run = 1;
    for (int i = from; i < to; i++) {
      run = i > from && text.charAt(i) == text.charAt(i - 1) ? run + 1 : 1;
      if (run == LONGEST_RUN || text.regionMatches(true, i, "example", 0, 7)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVariable(String value) {
    char last = value.isEmpty() ? ' ' : value.charAt(value.length() - 1);
    return switch (value.isEmpty() ? ' ' : value.charAt(0)) {
      case '<' -> last == '>';
      case '{' -> last == '}';
      case '@' -> last == '@' && value.length() > 2;
      case '%' -> last == '%' && value.length() > 2;
      case '$' -> value.length() > 1 && value.chars().skip(1).allMatch(Placeholders::isName);
      default -> false;
    };
  }

  private static boolean isName(int c) {
    return c == '_' || c == '.' || Candidate.isAlphanumeric((char) c);
  }

  private static boolean isOneCharacter(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c == value.charAt(0));
  }
}
