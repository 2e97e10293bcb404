package io.agenttool.guard.output;

/** What the text of an assigned value tells: whether a secret can look like that. */
final class ValueForm {
  /** How long a value without digits is that may be made by a machine. */
  static final int SHORTEST_LETTERS = 16;

  private static final int LONGEST_NAME = 64;

  /** {@code config.password}, {@code args[token]}: an expression. */
  private static final java.util.regex.Pattern MEMBER =
      java.util.regex.Pattern.compile(
          "[A-Za-z_$][A-Za-z0-9_$]*+(?:\\??[.\\[][A-Za-z_$][A-Za-z0-9_$\\]\"']*+|\\[[0-9]+\\])++;?");

  /**
   * {@code ^1.2.1}, the release of a package whose name says password; {@code 0x01}, a flag; {@code
   * $user:$password}, a template; {@code userPassword}, the name of a field.
   */
  private static final java.util.regex.Pattern NO_SECRET =
      java.util.regex.Pattern.compile(
          "[~^=v]?[0-9]{1,4}(?:\\.[0-9]{1,4}){2,3}"
              + "|0x[0-9a-fA-F]++"
              + "|(?:\\$\\{?[A-Za-z_]++}?[:/@,. ]?){2,}"
              + "|(?:[a-z0-9]++[._])++[A-Za-z]*?(?i:password|passwd|secret|token)[A-Za-z_]*+"
              + "|[a-z]++(?:Password|Passwd|Secret|Token)[A-Za-z]*+"
              + "|(?:password|passwd|secret|token)[A-Z_][A-Za-z_]*+");

  private ValueForm() {}

  /** Whether it stands where a secret would, or is what keys that say secret hold besides. */
  static boolean isPlaceholder(String text, int from, int to) {
    return Placeholders.covers(text, from, text.charAt(to - 1) == '?' ? to - 1 : to)
        || (to - from <= LONGEST_NAME && NO_SECRET.matcher(text).region(from, to).matches());
  }

  /** Whether there is nothing but letters in it, of which one may be no Latin one. */
  static boolean isLetters(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a letter is of a script that no password is in. */
  static boolean isForeign(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c > 127
          && Character.isLetter(c)
          && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a call, a type, a reference. */
  static boolean isExpression(String text, int from, int to) {
    char first = text.charAt(from);
    return first == '&' || first == '*' || text.charAt(to - 1) == '[' || has(text, from, to, '(');
  }

  /** {@code config.password}, {@code args[token]}. */
  static boolean isMember(String text, int from, int to) {
    return (has(text, from, to, '.') || has(text, from, to, '['))
        && MEMBER.matcher(text).region(from, to).matches();
  }

  /** {@code defaultToConfig2}: a name of more than one word. */
  static boolean isCamel(String text, int from, int to) {
    int at = from;
    while (at < to && isSmall(text.charAt(at))) {
      at++;
    }
    int words = 0;
    while (at > from && at + 1 < to && isCapital(text.charAt(at)) && isSmall(text.charAt(at + 1))) {
      at += 2;
      while (at < to && isSmall(text.charAt(at))) {
        at++;
      }
      words++;
    }
    int digits = at;
    while (at < to && at - digits < 2 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return words > 0 && at == to;
  }

  /** Whether it is one word, as a name in code or in a sentence. */
  static boolean isWord(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Candidate.isLetter(c) && c != '_') {
        return false;
      }
    }
    return true;
  }

  static boolean hasCapital(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isCapital(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean has(String text, int from, int to, char sought) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == sought) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a machine made it: it has letters and a digit, or is long and has letters of both
   * cases.
   */
  static boolean looksMade(String text, int from, int to) {
    boolean digit = false;
    boolean letter = false;
    boolean upper = false;
    boolean lower = false;
    boolean mark = false;
    int blanks = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      digit |= c >= '0' && c <= '9';
      letter |= Candidate.isLetter(c);
      upper |= c >= 'A' && c <= 'Z';
      lower |= c >= 'a' && c <= 'z';
      mark |= "@#^*~<>&+%=|$".indexOf(c) >= 0;
      blanks += c == ' ' || c == '\t' ? 1 : 0;
    }
    if (blanks > 0) { // a sentence, or a generator that knows blanks
      return digit && upper && lower && mark && to - from <= 64 && blanks * 5 <= to - from;
    }
    return letter && (digit || (to - from >= SHORTEST_LETTERS && upper && lower));
  }
}
