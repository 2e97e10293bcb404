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
        || goesOn(text, candidate.keywordEnd, nameEnd)
        || isListed(candidate, nameEnd)) {
      return Decision.NONE;
    }
    AssignedValue place = candidate.assigned;
    boolean there = place.find(candidate.keyword, nameEnd);
    candidate.cost += nameEnd - candidate.keyword + place.cost();
    boolean open = place.ranOut() && !candidate.complete;
    if ((!there && !open)
        || isAbout(text, candidate.keywordEnd, nameEnd)
        || Markers.encloses(text, candidate.keyword)) {
      return Decision.NONE;
    }
    if (open) {
      return Decision.OPEN;
    }
    if (!hasForm(place)) {
      return Decision.NONE;
    }
    candidate.cost += place.end() - place.start();
    if ((value == null && !place.isValue()) || place.isPlaceholder()) {
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
    return !goesOn(name, keywordEnd, name.length())
        && !isAbout(name, keywordEnd, name.length())
        && hasForm(fieldValue, 0, fieldValue.length())
        && (value != null || !random || ValueForm.looksMade(fieldValue, 0, fieldValue.length()))
        && !ValueForm.isPlaceholder(fieldValue, 0, fieldValue.length());
  }

  /** Whether it is one that keys' names have. */
  static boolean isNameCharacter(char c) {
    return Candidate.isAlphanumeric(c) || c == '_' || c == '-' || c == '.';
  }

  /** {@code arn:aws:secretsmanager:eu-west-1:1:secret:name}: one of many between colons. */
  private static boolean isListed(Candidate candidate, int nameEnd) {
    return candidate.charAt(candidate.keyword - 1) == ':' && candidate.charAt(nameEnd) == ':';
  }

  /** Whether the name's word does not end where the keyword does: {@code tokenizer}. */
  private static boolean goesOn(String text, int keywordEnd, int nameEnd) {
    if (keywordEnd >= nameEnd) {
      return false;
    }
    char next = text.charAt(keywordEnd);
    char last = text.charAt(keywordEnd - 1);
    return Character.isLowerCase(last)
        ? Character.isLowerCase(next)
        : Character.isUpperCase(last) && Candidate.isLetter(next);
  }

  /** Whether a key that goes on from the keyword's end like that holds no secret itself. */
  private static boolean isAbout(String text, int keywordEnd, int nameEnd) {
    if (keywordEnd >= nameEnd) {
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
    return ABOUT.contains(text.substring(word, last).toLowerCase(Locale.ROOT));
  }

  /** What a glance tells: asked first, and of values that may be long. */
  private boolean hasForm(AssignedValue place) {
    return hasForm(place.text(), place.start(), place.end())
        && (value != null || !random || place.looksMade());
  }

  private boolean hasForm(String text, int from, int to) {
    if (to - from < shortest) {
      return false;
    }
    if (runs != null) {
      return runs.isWhole(text, from, to);
    }
    return value == null || value.get().matches(text.substring(from, to));
  }
}
