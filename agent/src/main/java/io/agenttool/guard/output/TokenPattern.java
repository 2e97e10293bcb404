package io.agenttool.guard.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is one run of characters after another, such as <code>[A-Z]{4}-[0-9a-f]{32}</code>
 * : matched in one pass without a machine, ten times faster than by one.
 */
final class TokenPattern {
  /** No decision: the text ended first. */
  static final int OPEN = Integer.MIN_VALUE;

  /**
   * So many characters out of a set.
   *
   * @param others whether characters outside of ASCII belong to it
   */
  record Run(Ascii set, boolean others, int min, int max) {
    boolean has(char c) {
      return c < 128 ? set.has(c) : others;
    }

    private boolean meets(Run next) {
      return set.meets(next.set) || (others && next.others);
    }
  }

  private final Run[] runs;

  private TokenPattern(Run[] runs) {
    this.runs = runs;
  }

  /**
   * The same as {@code pattern}, in re2 syntax, says; {@code null} where it says more than runs
   * can: has groups, alternatives, or a run that must not be greedy.
   */
  static @Nullable TokenPattern of(String pattern, boolean ignoreCase) {
    List<Run> read = new PatternReader(pattern).runs();
    if (read == null) {
      return null;
    }
    Run[] runs = read.toArray(Run[]::new);
    for (int i = 0; ignoreCase && i < runs.length; i++) {
      Run run = runs[i];
      runs[i] = new Run(run.set.inAnyCase(), run.others, run.min, run.max);
    }
    for (int i = 0; i < runs.length; i++) {
      Run run = runs[i];
      // a run of no fixed length takes all it can: what follows must not need some of that
      for (int j = i + 1; run.min < run.max && j < runs.length; j++) {
        boolean meets = run.meets(runs[j]);
        if (runs[j].min > 0 && meets) {
          return null;
        }
        if (runs[j].min > 0) {
          break;
        }
      }
    }
    return new TokenPattern(runs);
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

  /** Whether {@code text[from, to)} is all that the pattern says, and no more. */
  boolean isWhole(String text, int from, int to) {
    int at = from;
    for (Run run : runs) {
      int limit = run.max < to - at ? at + run.max : to;
      int begin = at;
      while (at < limit && run.has(text.charAt(at))) {
        at++;
      }
      if (at - begin < run.min) {
        return false;
      }
    }
    return at == to;
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
}
