package io.agenttool.guard.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
          "function",
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
    "enc(",
    "http://",
    "https://",
    // tags of YAML that name where the value is: Ansible, CloudFormation, Home Assistant
    "!vault",
    "!secret",
    "!ref",
    "!sub",
    "!getatt",
    "!env"
  };

  /** The first characters of {@link #PARTS}, with the bit of small letters set. */
  private static final String PART_BEGINNINGS =
      Arrays.stream(PARTS)
          .map(part -> String.valueOf((char) (part.charAt(0) | 0x20)))
          .collect(Collectors.joining());

  private static final int LONGEST = 256;
  private static final int LONGEST_WORD = 12;
  private static final int LONGEST_RUN = 8;

  private Placeholders() {}

  /** Whether {@code text[from, to)} is no secret but the place of one. */
  static boolean covers(String text, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return false;
    }
    if (length <= LONGEST_WORD
        && WORDS.contains(text.substring(from, to).toLowerCase(Locale.ROOT))) {
      return true;
    }
    for (String beginning : BEGINNINGS) {
      if (text.regionMatches(true, from, beginning, 0, beginning.length())) {
        return true;
      }
    }
    return isVariable(text, from, to) || isOneCharacter(text, from, to) || hasPart(text, from, to);
  }

  private static boolean hasPart(String text, int from, int to) {
    for (int i = from; i < to - 3; i++) {
      char c = (char) (text.charAt(i) | 0x20);
      if (PART_BEGINNINGS.indexOf(c) >= 0) {
        for (String part : PARTS) {
          if (i + part.length() <= to && text.regionMatches(true, i, part, 0, part.length())) {
            return true;
          }
        }
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

  private static boolean isVariable(String text, int from, int to) {
    if (to - from < 3) {
      return false;
    }
    char last = text.charAt(to - 1);
    return switch (text.charAt(from)) {
      case '<' -> last == '>';
      case '{' -> last == '}';
      case '@' -> last == '@';
      case '%' -> last == '%';
      case '$' -> isName(text, from + 1, to);
      default -> false;
    };
  }

  private static boolean isName(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '_' && c != '.' && !Candidate.isAlphanumeric(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOneCharacter(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) == text.charAt(from)) {
      i++;
    }
    return i == to;
  }
}
