package io.agenttool.guard.output;

/**
 * What is assigned to a key: where it stands, and whether it is a value. Remembered, for rules ask
 * of the same key one after another.
 */
final class AssignedValue {
  private static final int SHORTEST_LOOSE = 8;

  private final Assignment assignment = new Assignment();
  private final WrittenValue value = new WrittenValue();
  private String text = "";
  private int name;
  private int nameEnd;
  private boolean found;
  private boolean ranOut;
  private int cost;
  private boolean judged;
  private boolean placeholder;

  /** Forgets the last one: what comes is in another text. */
  void clear(String text) {
    this.text = text;
    nameEnd = -1;
    assignment.go(text, 0);
    value.clear(text);
  }

  /**
   * Finds the value of a key; {@code false} where nothing is assigned. What another rule asked of
   * the same key is remembered.
   *
   * @param name where the keyword begins in the key's name
   * @param nameEnd where the name ends, exclusive
   */
  boolean find(int name, int nameEnd) {
    boolean known = nameEnd == this.nameEnd && (name == this.name || !assignment.asked);
    this.name = name;
    assignment.name(name);
    cost = 0;
    if (known) {
      return found;
    }
    this.nameEnd = nameEnd;
    judged = false;
    if (assignment.skip(text, name, nameEnd)) {
      value.read(assignment.at, assignment.element);
    } else {
      value.none(nameEnd);
    }
    ranOut = assignment.ranOut || value.ranOut;
    cost = value.cost + Cursor.LONGEST_GAP;
    found = value.end > value.start;
    return found;
  }

  /** How many characters the last look took, about. */
  int cost() {
    return cost;
  }

  /** Where all of it stands. */
  String text() {
    return text;
  }

  /** Where the value begins, after its quote. */
  int start() {
    return value.start;
  }

  /** Where it ends, before its quote. */
  int end() {
    return value.end;
  }

  /** Whether it looks made by a machine. */
  boolean looksMade() {
    return value.looksMade();
  }

  /** Whether it stands where a secret would, or is what such keys hold besides. */
  boolean isPlaceholder() {
    if (!judged) {
      placeholder = ValueForm.isPlaceholder(text, value.start, value.end);
      judged = true;
    }
    return placeholder;
  }

  /** Whether it is a value for all that its place tells, and no code or sentence. */
  boolean isValue() {
    int start = value.start;
    int end = value.end;
    if (assignment.loose && (end - start < SHORTEST_LOOSE || !looksMade())) {
      return false;
    }
    if (assignment.element && text.substring(start, end).indexOf(' ') >= 0) {
      return false;
    }
    return value.quoted
        ? ",);".indexOf(text.charAt(start)) < 0 // 'Password: ', then the next argument
        : !isCode(start, end) && !isProse(start, end);
  }

  /** Whether it begins a sentence, as in a file of messages. */
  private boolean isProse(int start, int end) {
    return ValueForm.isForeign(text, start, end)
        || (goesOn(end) && ValueForm.isLetters(text, start, end));
  }

  /** Whether it reads as an expression, a type or a word of a sentence. */
  private boolean isCode(int start, int end) {
    if (ValueForm.isExpression(text, start, end)
        || (!assignment.tight && ValueForm.isCamel(text, start, end))
        || (ValueForm.isMember(text, start, end) && !assignment.inQuery())) {
      return true;
    }
    return !assignment.tight
        && ValueForm.isWord(text, start, end)
        && (ValueForm.hasCapital(text, start, end) || !endsLine(end) || !assignment.beginsLine());
  }

  /** Whether a key at the beginning of the line has a sentence for its value, as messages have. */
  private boolean goesOn(int end) {
    int next = end + 1;
    while (next < text.length() && Character.isLetter(text.charAt(next))) {
      next++;
    }
    return value.peek(end) == ' '
        && (next > end + 1 || value.peek(next) > 127 || value.peek(next) == '\\')
        && value.peek(next) != '='
        && value.peek(next) != ':'
        && assignment.beginsLine();
  }

  /** Whether the text ended before the value did. */
  boolean ranOut() {
    return ranOut;
  }

  /** Whether nothing follows on the line. */
  private boolean endsLine(int end) {
    return value.peek(end) == '\n' || value.peek(end) == '\r' || end >= text.length();
  }
}
