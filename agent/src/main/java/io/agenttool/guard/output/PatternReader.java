package io.agenttool.guard.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the part of re2 syntax that runs of characters can say. */
final class PatternReader {
  private static final Ascii SPACE =
      Ascii.NONE.with('\t', '\n').with('\f', '\r').and(Ascii.of(' '));
  private static final Ascii DIGITS = Ascii.NONE.with('0', '9');

  private final String pattern;
  private int at;

  /** What was read last, and whether characters outside of ASCII belong to it. */
  private Ascii set = Ascii.NONE;

  private boolean others;

  PatternReader(String pattern) {
    this.pattern = pattern;
  }

  /**
   * The runs that it is; {@code null} where it says more than runs can: has groups, alternatives,
   * or a run that must not be greedy.
   */
  @Nullable List<TokenPattern.Run> runs() {
    List<TokenPattern.Run> runs = new ArrayList<>();
    while (at < pattern.length()) {
      if (!readSet()) {
        return null;
      }
      TokenPattern.Run run = readCount();
      if (run == null) {
        return null;
      }
      runs.add(run);
    }
    return runs;
  }

  private boolean readSet() {
    char c = pattern.charAt(at);
    others = false;
    if (c >= 128 || "().*+?{}|^$".indexOf(c) >= 0) {
      return false;
    }
    if (c == '[') {
      boolean plain = isPlainClass();
      if (plain) {
        readClass();
      }
      return plain;
    }
    at++;
    if (c == '\\') {
      c = pattern.charAt(at++);
      if (c == 'd' || c == 's') {
        set = c == 'd' ? DIGITS : SPACE;
        return true;
      }
      if (Candidate.isAlphanumeric(c)) {
        return false;
      }
    }
    set = Ascii.of(c);
    return true;
  }

  /** Whether the class at this place says nothing that {@link #readClass} does not know. */
  private boolean isPlainClass() {
    int i = at + (pattern.startsWith("[^", at) ? 2 : 1);
    if (peek(i) == ']') {
      return false;
    }
    for (; peek(i) != ']'; i++) {
      char c = peek(i);
      boolean range = c == '-' && "\\[".indexOf(peek(i + 1)) >= 0;
      if (c >= 128 || range || pattern.startsWith("[:", i)) {
        return false;
      }
      if (c == '\\') {
        i++;
        char escaped = peek(i);
        if (Candidate.isAlphanumeric(escaped) && "sdrn".indexOf(escaped) < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The character there; one that no pattern has after the end. */
  private char peek(int i) {
    return i < pattern.length() ? pattern.charAt(i) : Character.MAX_VALUE;
  }

  private void readClass() {
    at++;
    boolean negated = pattern.charAt(at) == '^';
    at += negated ? 1 : 0;
    set = Ascii.NONE;
    while (pattern.charAt(at) != ']') {
      char c = pattern.charAt(at++);
      if (c == '\\') {
        c = pattern.charAt(at++);
        if (c == 's' || c == 'd' || c == 'r' || c == 'n') {
          set = set.and(escaped(c));
          continue;
        }
      }
      if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        set = set.with(c, pattern.charAt(at + 1));
        at += 2;
      } else {
        set = set.with(c);
      }
    }
    at++;
    if (negated) {
      set = set.others();
      others = true;
    }
  }

  private static Ascii escaped(char c) {
    return switch (c) {
      case 's' -> SPACE;
      case 'd' -> DIGITS;
      case 'r' -> Ascii.of('\r');
      default -> Ascii.of('\n');
    };
  }

  private TokenPattern.@Nullable Run readCount() {
    char c = at < pattern.length() ? pattern.charAt(at) : ' ';
    int min = c == '?' || c == '*' ? 0 : 1;
    int max = c == '*' || c == '+' ? Integer.MAX_VALUE : 1;
    if (c == '{') {
      at++;
      min = readNumber();
      max = min;
      if (min >= 0 && peek(at) == ',') {
        at++;
        max = peek(at) == '}' ? Integer.MAX_VALUE : readNumber();
      }
      if (min < 0 || max < 0 || peek(at) != '}') {
        return null;
      }
      at++;
    } else if (c == '?' || c == '*' || c == '+') {
      at++;
    }
    boolean lazy = at < pattern.length() && pattern.charAt(at) == '?' && min != max;
    return lazy ? null : new TokenPattern.Run(set, others, min, max);
  }

  /** Up to four digits; -1 for none. */
  private int readNumber() {
    int number = 0;
    int from = at;
    while (at - from < 4 && peek(at) >= '0' && peek(at) <= '9') {
      number = 10 * number + pattern.charAt(at++) - '0';
    }
    return at == from ? -1 : number;
  }
}
