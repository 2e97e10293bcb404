package io.agenttool.guard.output;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is one run of characters after another, such as <code>[A-Z]{4}-[0-9a-f]{32}</code>
 * : matched in one pass without a machine, ten times faster than by one.
 */
final class TokenPattern {
  /** No decision: the text ended first. */
  static final int OPEN = Integer.MIN_VALUE;

  /** A run: so many characters out of a set. */
  private record Run(BitSet set, boolean others, int min, int max) {
    boolean has(char c) {
      return c < 128 ? set.get(c) : others;
    }

    boolean meets(Run next) {
      return set.intersects(next.set) || (others && next.others);
    }
  }

  private final Run[] runs;

  private TokenPattern(List<Run> runs) {
    this.runs = runs.toArray(Run[]::new);
  }

  /**
   * The same as {@code pattern}, in re2 syntax, says; {@code null} where it says more than runs
   * can: has groups, alternatives, or a run that must not be greedy.
   */
  static @Nullable TokenPattern of(String pattern, boolean ignoreCase) {
    List<Run> runs = new Parser(pattern).runs();
    if (runs == null) {
      return null;
    }
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (ignoreCase) {
        foldCase(run.set);
      }
      // a run of no fixed length takes all it can: what follows must not need some of that
      for (int j = i + 1; run.min < run.max && j < runs.size(); j++) {
        if (runs.get(j).min > 0 && run.meets(runs.get(j))) {
          return null;
        }
        if (runs.get(j).min > 0 && !run.meets(runs.get(j))) {
          break;
        }
      }
    }
    return new TokenPattern(runs);
  }

  private static void foldCase(BitSet set) {
    for (char c = 'a'; c <= 'z'; c++) {
      boolean has = set.get(c) || set.get(c & ~0x20);
      set.set(c, has);
      set.set(c & ~0x20, has);
    }
  }

  /**
   * Where the match that begins at {@code from} ends; the complement of where it failed; {@link
   * #OPEN} where the text is not {@code complete} and ends too early.
   */
  int end(String text, int from, boolean complete) {
    int at = from;
    int length = text.length();
    for (Run run : runs) {
      int limit = run.max == Integer.MAX_VALUE ? length : Math.min(length, at + run.max);
      int begin = at;
      while (at < limit && run.has(text.charAt(at))) {
        at++;
      }
      if (at == length && !complete && at - begin < run.max) {
        return OPEN;
      }
      if (at - begin < run.min) {
        return ~at;
      }
    }
    return at;
  }

  /**
   * How many of the characters that end at {@code to} are of the pattern's one run; -1: too few.
   */
  int before(String text, int to) {
    Run run = runs[0];
    int at = to;
    while (at > 0 && to - at < run.max && run.has(text.charAt(at - 1))) {
      at--;
    }
    return to - at < run.min ? -1 : to - at;
  }

  /** Whether it is one run, and no more. */
  boolean isOneRun() {
    return runs.length == 1;
  }

  /** The longest text that the pattern's one run takes. */
  int longest() {
    return runs[0].max;
  }

  /** Reads the part of re2 syntax that runs can say. */
  private static final class Parser {
    private static final Pattern COUNT = Pattern.compile("\\{[0-9]{1,4}(?:,[0-9]{0,4})?\\}");

    private final String pattern;
    private int at;

    Parser(String pattern) {
      this.pattern = pattern;
    }

    @Nullable List<Run> runs() {
      List<Run> runs = new ArrayList<>();
      while (at < pattern.length()) {
        BitSet set = new BitSet(128);
        boolean others = false;
        char c = pattern.charAt(at);
        if (c >= 128) {
          return null;
        }
        if (c == '[') {
          if (!isPlainClass()) {
            return null;
          }
          others = readClass(set);
        } else if (c == '\\') {
          at++;
          if (!readEscape(set)) {
            return null;
          }
        } else if ("().*+?{}|^$".indexOf(c) >= 0) {
          return null;
        } else {
          set.set(c);
          at++;
        }
        Run run = readCount(set, others);
        if (run == null) {
          return null;
        }
        runs.add(run);
      }
      return runs;
    }

    private boolean readEscape(BitSet set) {
      char c = pattern.charAt(at++);
      switch (c) {
        case 'd' -> set.set('0', '9' + 1);
        case 's' -> "\t\n\f\r ".chars().forEach(set::set);
        default -> {
          if (Candidate.isAlphanumeric(c)) {
            return false;
          }
          set.set(c);
        }
      }
      return true;
    }

    /** Whether the class at this place says nothing that {@link #readClass} does not know. */
    private boolean isPlainClass() {
      int i = at + (pattern.startsWith("[^", at) ? 2 : 1);
      if (pattern.charAt(i) == ']') {
        return false;
      }
      for (; pattern.charAt(i) != ']'; i++) {
        char c = pattern.charAt(i);
        boolean range = c == '-' && "\\[".indexOf(pattern.charAt(i + 1)) >= 0;
        if (c >= 128 || range || pattern.startsWith("[:", i)) {
          return false;
        }
        if (c == '\\') {
          i++;
          char escaped = pattern.charAt(i);
          if (Candidate.isAlphanumeric(escaped) && "sdrn".indexOf(escaped) < 0) {
            return false;
          }
        }
      }
      return true;
    }

    /** Reads {@code [...]}; whether characters outside of ASCII belong to it. */
    private boolean readClass(BitSet set) {
      at++;
      boolean negated = pattern.charAt(at) == '^';
      at += negated ? 1 : 0;
      while (pattern.charAt(at) != ']') {
        char c = pattern.charAt(at);
        if (c == '\\') {
          at++;
          c = pattern.charAt(at);
          if (c == 's' || c == 'd' || c == 'r' || c == 'n') {
            readClassEscape(set, c);
            at++;
            continue;
          }
        }
        at++;
        if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
          set.set(c, pattern.charAt(at + 1) + 1);
          at += 2;
        } else {
          set.set(c);
        }
      }
      at++;
      if (negated) {
        set.flip(0, 128);
      }
      return negated;
    }

    private static void readClassEscape(BitSet set, char c) {
      switch (c) {
        case 's' -> "\t\n\f\r ".chars().forEach(set::set);
        case 'd' -> set.set('0', '9' + 1);
        case 'r' -> set.set('\r');
        default -> set.set('\n');
      }
    }

    private @Nullable Run readCount(BitSet set, boolean others) {
      char c = at < pattern.length() ? pattern.charAt(at) : ' ';
      int min = c == '?' || c == '*' ? 0 : 1;
      int max = c == '*' || c == '+' ? Integer.MAX_VALUE : 1;
      if (c == '{') {
        if (!COUNT.matcher(pattern.substring(at)).lookingAt()) {
          return null;
        }
        int close = pattern.indexOf('}', at);
        String[] numbers = pattern.substring(at + 1, close).split(",", -1);
        min = Integer.parseInt(numbers[0]);
        max =
            numbers.length == 1
                ? min
                : numbers[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(numbers[1]);
        at = close + 1;
      } else if (c == '?' || c == '*' || c == '+') {
        at++;
      }
      boolean lazy = at < pattern.length() && pattern.charAt(at) == '?' && min != max;
      return lazy ? null : new Run(set, others, min, max);
    }
  }
}
