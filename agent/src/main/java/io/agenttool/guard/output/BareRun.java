package io.agenttool.guard.output;

import java.util.Arrays;

/**
 * Where a value without quotes ends, and what is in it. Where one begins inside of the last one, as
 * in a row of keys, what is known of that is not looked at again: such a row takes time by its
 * length, and not by that of the values.
 */
final class BareRun {
  private static final int LONGEST = 4096;

  private static final byte OTHER = 0;
  private static final byte DIGIT = 1;
  private static final byte CAPITAL = 2;
  private static final byte SMALL = 3;
  private static final byte MARK = 4;
  private static final byte ENDS = 5;
  private static final byte OPENS = 6;
  private static final byte CLOSES = 7;
  private static final byte SEPARATES = 8;
  private static final byte ESCAPES = 9;

  private static final byte[] KINDS = new byte[128];

  static {
    Arrays.fill(KINDS, 0, ' ' + 1, ENDS);
    Arrays.fill(KINDS, '0', '9' + 1, DIGIT);
    Arrays.fill(KINDS, 'A', 'Z' + 1, CAPITAL);
    Arrays.fill(KINDS, 'a', 'z' + 1, SMALL);
    enter("@#^*~+%=|$", MARK);
    enter("\"'`<>&", ENDS);
    enter("([{", OPENS);
    enter(")]}", CLOSES);
    enter(",;", SEPARATES);
    enter("\\", ESCAPES);
  }

  private String text = "";
  private int from;
  private int to;
  private boolean ranOut;
  private int cost;

  /** Where the last bracket is, which only counts for what begins before it. */
  private int bracket;

  /** Where the last character of each kind is. */
  private final int[] last = new int[MARK + 1];

  private static void enter(String characters, byte kind) {
    for (int i = 0; i < characters.length(); i++) {
      KINDS[characters.charAt(i)] = kind;
    }
  }

  /** Forgets the last one: what comes is in another text. */
  void clear(String text) {
    this.text = text;
    from = 0;
    to = -1;
  }

  /** Reads the value that begins at {@code start}; where it ends. */
  int read(int start) {
    int at = to;
    if (start < from || start > to || start <= bracket) {
      from = start;
      at = start;
      bracket = -1;
      Arrays.fill(last, -1);
    }
    int begun = at;
    int limit = Math.min(text.length(), start + LONGEST);
    ranOut = false;
    int open = 0;
    for (; at < limit; at++) {
      char c = text.charAt(at);
      int kind = c < 128 ? KINDS[c] : OTHER;
      if (kind < ENDS) {
        last[kind] = at;
        continue;
      }
      if (kind == OPENS || kind == CLOSES) {
        open += kind == OPENS ? 1 : -1;
        if (open < 0) {
          break;
        }
        bracket = at;
      } else if (kind == ENDS
          || (kind == ESCAPES && isEscape(at + 1))
          || (kind == SEPARATES && separates(at))) {
        break;
      }
    }
    ranOut |= at == text.length();
    cost = at - begun + 1;
    to = at;
    return at;
  }

  /** How many characters were looked at. */
  int cost() {
    return cost;
  }

  /** Whether the text ended first. */
  boolean ranOut() {
    return ranOut;
  }

  /**
   * Whether the value that was read, which begins at {@code start}, has letters and a digit, or is
   * long and has letters of both cases.
   *
   * @param end where it ends: perhaps a full stop earlier
   */
  boolean looksMade(int start, int end) {
    boolean capital = last[CAPITAL] >= start;
    boolean small = last[SMALL] >= start;
    boolean both = capital && small && end - start >= ValueForm.SHORTEST_LETTERS;
    return both || ((capital || small) && last[DIGIT] >= start);
  }

  private boolean isEscape(int i) {
    ranOut |= i >= text.length();
    return i < text.length() && "nrt\"'u".indexOf(text.charAt(i)) >= 0;
  }

  /** Whether the comma or semicolon at {@code i} ends the value: another key or a blank follows. */
  private boolean separates(int i) {
    int j = i + 1;
    while (j < text.length()
        && j - i < 40
        && (Candidate.isAlphanumeric(text.charAt(j)) || "_-. ".indexOf(text.charAt(j)) >= 0)) {
      if (text.charAt(j) == ' ' && j == i + 1) {
        return true;
      }
      j++;
    }
    ranOut |= j >= text.length();
    return j == i + 1 || j >= text.length() || text.charAt(j) == '=' || text.charAt(j) == ':';
  }
}
