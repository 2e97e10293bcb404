package io.agenttool.guard.output;

import io.agenttool.guard.screen.LatePattern;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the value that is assigned to a key by the key's name: in JSON, YAML, properties, XML,
 * URLs, shells, Java and SQL. What is found is the value alone, without its quotes.
 */
final class AssignedRecognizer implements Recognizer {
  private static final int LONGEST_NAME = 64;
  private static final int SHORTEST_LOOSE = 8;

  /** Last words of a key that is about a secret and does not hold it: {@code password_file}. */
  private static final Set<String> ABOUT =
      Set.of(
          "url",
          "uri",
          "path",
          "file",
          "filename",
          "dir",
          "name",
          "type",
          "len",
          "length",
          "count",
          "limit",
          "limits",
          "ttl",
          "policy",
          "hint",
          "field",
          "label",
          "prompt",
          "reset",
          "min",
          "max",
          "size",
          "format",
          "regex",
          "endpoint",
          "version",
          "enabled",
          "required",
          "arn",
          "date",
          "time",
          "age",
          "at",
          "class",
          "status",
          "error",
          "message",
          "algorithm",
          "strength",
          "encoder",
          "provider",
          "manager",
          "service",
          "store",
          "rotation",
          "expiry",
          "expires",
          "expiration",
          "expire",
          "usage",
          "budget",
          "kind",
          "callback",
          "mode",
          "alias",
          "index",
          "number",
          "mgr",
          "attempts",
          "valid",
          "changed",
          "changes",
          "exception",
          "prefix",
          "parameter",
          "param",
          "header",
          "attribute",
          "attr");

  /** {@code config.password}, {@code args[token]}: an expression. */
  private static final java.util.regex.Pattern MEMBER =
      java.util.regex.Pattern.compile(
          "[A-Za-z_$][A-Za-z0-9_$]*+(?:\\??[.\\[][A-Za-z_$][A-Za-z0-9_$\\]\"']*+|\\[[0-9]+\\])++;?");

  /** {@code defaultToConfig2}: a name of more than one word. */
  private static final java.util.regex.Pattern CAMEL =
      java.util.regex.Pattern.compile("[a-z]++(?:[A-Z][a-z]++)++[0-9]{0,2}");

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

  private final @Nullable LatePattern value;

  /** The same, where runs of characters can say it. */
  private final @Nullable TokenPattern runs;

  private final int shortest;
  private final boolean random;

  /**
   * @param value what the value must be, whole, in re2 syntax; {@code null} for anything
   * @param shortest the length of the shortest value
   * @param random whether the value must look made by a machine: letters and digits
   */
  AssignedRecognizer(@Nullable String value, int shortest, boolean random) {
    this.value = value == null ? null : new LatePattern(value, 0);
    this.runs = value == null ? null : TokenPattern.of(value, false);
    this.shortest = shortest;
    this.random = random;
  }

  @Override
  public Decision decide(Candidate candidate) {
    String text = candidate.text;
    int nameEnd = candidate.keywordEnd;
    while (nameEnd > candidate.keyword && !isNameCharacter(text.charAt(nameEnd - 1))) {
      nameEnd--; // the keyword has more than the name in it: pwd=
    }
    int limit = Math.min(text.length(), candidate.keyword + LONGEST_NAME);
    while (nameEnd < limit && isNameCharacter(text.charAt(nameEnd))) {
      nameEnd++;
    }
    if (nameEnd == candidate.keyword + LONGEST_NAME
        || !isHolder(text, candidate.keywordEnd, nameEnd)
        || isListed(candidate, nameEnd)
        || Markers.encloses(text, candidate.keyword)) {
      return Decision.NONE;
    }
    AssignedValue place = new AssignedValue(text, candidate.keyword, nameEnd);
    boolean there = place.find();
    candidate.cost += Math.max(0, place.end() - candidate.keyword);
    if (place.ranOut() && !candidate.complete) {
      return Decision.OPEN;
    }
    if (!there || !accepts(text, place.start(), place.end(), place)) {
      return Decision.NONE;
    }
    candidate.start = place.start();
    candidate.end = place.end();
    return Decision.FOUND;
  }

  /**
   * Whether a field of that name with that value holds a secret.
   *
   * @param keywordEnd where the keyword ends in the name
   */
  boolean isAssigned(String name, int keywordEnd, String fieldValue) {
    return isHolder(name, keywordEnd, name.length())
        && accepts(fieldValue, 0, fieldValue.length(), null);
  }

  private static boolean isNameCharacter(char c) {
    return Candidate.isAlphanumeric(c) || c == '_' || c == '-' || c == '.';
  }

  /** {@code arn:aws:secretsmanager:eu-west-1:1:secret:name}: one of many between colons. */
  private static boolean isListed(Candidate candidate, int nameEnd) {
    return candidate.charAt(candidate.keyword - 1) == ':' && candidate.charAt(nameEnd) == ':';
  }

  /** Whether a key that goes on from the keyword's end like that holds the secret itself. */
  private static boolean isHolder(String text, int keywordEnd, int nameEnd) {
    if (keywordEnd >= nameEnd) {
      return true;
    }
    char next = text.charAt(keywordEnd);
    boolean lower = Character.isLowerCase(text.charAt(keywordEnd - 1));
    boolean sameWord =
        lower
            ? Character.isLowerCase(next)
            : Character.isUpperCase(text.charAt(keywordEnd - 1)) && Candidate.isLetter(next);
    if (sameWord) {
      return false;
    }
    int word = nameEnd;
    while (word > keywordEnd && "_-.".indexOf(text.charAt(word - 1)) < 0) {
      word--;
      char c = text.charAt(word);
      if (Character.isUpperCase(c) && !Character.isUpperCase(text.charAt(word - 1))) {
        break;
      }
    }
    int last = nameEnd;
    while (last > word && Character.isDigit(text.charAt(last - 1))) {
      last--;
    }
    return !ABOUT.contains(text.substring(word, last).toLowerCase(Locale.ROOT));
  }

  /** Whether that is a secret; what is told by a glance is looked at first. */
  private boolean accepts(String text, int from, int to, @Nullable AssignedValue place) {
    if (to - from < shortest || !hasForm(text, from, to)) {
      return false;
    }
    if (value == null && place != null && !fits(text, from, to, place)) {
      return false;
    }
    return !Placeholders.covers(text, from, text.charAt(to - 1) == '?' ? to - 1 : to)
        && (to - from > LONGEST_NAME || !NO_SECRET.matcher(text).region(from, to).matches());
  }

  private boolean hasForm(String text, int from, int to) {
    if (runs != null) {
      return runs.end(text.substring(from, to), 0, true) == to - from;
    }
    if (value != null) {
      return value.get().matches(text.substring(from, to));
    }
    return !random || looksRandom(text, from, to);
  }

  private static boolean fits(String text, int from, int to, AssignedValue place) {
    if (place.loose() && (to - from < SHORTEST_LOOSE || !looksRandom(text, from, to))) {
      return false;
    }
    if (place.element() && text.substring(from, to).indexOf(' ') >= 0) {
      return false;
    }
    return place.quoted()
        ? ",);".indexOf(text.charAt(from)) < 0 // 'Password: ', then the next argument
        : !isCode(text, from, to, place) && !isProse(text, from, to, place);
  }

  /** Whether an unquoted value begins a sentence, as in a file of messages. */
  private static boolean isProse(String text, int from, int to, AssignedValue place) {
    boolean letters = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      letters &= Character.isLetter(c);
      if (c > 127
          && Character.isLetter(c)
          && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN) {
        return true;
      }
    }
    return letters && place.goesOn();
  }

  /** Whether an unquoted value reads as an expression, a type or a word of a sentence. */
  private static boolean isCode(String text, int from, int to, AssignedValue place) {
    String found = text.substring(from, to);
    if (found.indexOf('(') >= 0
        || found.endsWith("[")
        || found.startsWith("&")
        || found.startsWith("*")) {
      return true;
    }
    boolean word = found.chars().allMatch(c -> Candidate.isLetter((char) c) || c == '_');
    if ((!place.inQuery() && MEMBER.matcher(found).matches())
        || (!place.tight() && CAMEL.matcher(found).matches())) {
      return true;
    }
    if (!word) {
      return false;
    }
    return !place.tight()
        && (!place.endsLine()
            || !place.beginsLine()
            || found.chars().anyMatch(Character::isUpperCase)
            || !found.toLowerCase(Locale.ROOT).equals(found));
  }

  private static boolean looksRandom(String text, int from, int to) {
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
    return letter && (digit || (to - from >= 16 && upper && lower));
  }
}
