package io.agenttool.guard.output;

import java.util.Arrays;

/** The secrets of one text: which rule, from where, to where. In order, none over another. */
final class Matches {
  private int[] begins = new int[8];
  private int[] starts = new int[8];
  private int[] ends = new int[8];
  private int[] rules = new int[8];
  private int size;
  private int undecided;
  private int undecidedRule;

  int size() {
    return size;
  }

  /** Where what led to it begins: the keyword or the secret, whichever is first. */
  int begin(int i) {
    return begins[i];
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /** The index of the rule in its pack. */
  int rule(int i) {
    return rules[i];
  }

  /**
   * Adds one, somewhere. What overlaps becomes one, of the rule that stands first in the pack: the
   * more special one.
   */
  void add(int begin, int start, int end, int rule) {
    int place = size;
    while (place > 0 && starts[place - 1] > start) {
      place--;
    }
    if (place > 0 && ends[place - 1] > start) {
      place--;
      merge(place, begin, start, end, rule);
    } else {
      insert(place, begin, start, end, rule);
    }
    while (place + 1 < size && starts[place + 1] < ends[place]) {
      merge(place, begins[place + 1], starts[place + 1], ends[place + 1], rules[place + 1]);
      remove(place + 1);
    }
  }

  /**
   * Whether a secret of that rule, or one that nothing else can begin in, goes on at {@code at}.
   */
  boolean covers(int at, int rule) {
    for (int i = size - 1; i >= 0 && i >= size - 2; i--) {
      if (starts[i] <= at && at < ends[i] && rules[i] <= rule) {
        return true;
      }
    }
    return false;
  }

  /** Where the first candidate begins that needs more text; the text's length where none does. */
  int undecided() {
    return undecided;
  }

  /** Its rule. */
  int undecidedRule() {
    return undecidedRule;
  }

  /** There may be a secret of {@code rule} from {@code at} on: more text will tell. */
  void undecided(int at, int rule) {
    if (at < undecided) {
      undecided = at;
      undecidedRule = rule;
    }
  }

  /** Forgets everything, for a text of that length. */
  void clear(int length) {
    size = 0;
    undecided = length;
    undecidedRule = -1;
  }

  private void merge(int i, int begin, int start, int end, int rule) {
    begins[i] = Math.min(begins[i], begin);
    starts[i] = Math.min(starts[i], start);
    ends[i] = Math.max(ends[i], end);
    rules[i] = Math.min(rules[i], rule);
  }

  private void insert(int place, int begin, int start, int end, int rule) {
    if (size == starts.length) {
      begins = Arrays.copyOf(begins, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      rules = Arrays.copyOf(rules, 2 * size);
    }
    System.arraycopy(begins, place, begins, place + 1, size - place);
    System.arraycopy(starts, place, starts, place + 1, size - place);
    System.arraycopy(ends, place, ends, place + 1, size - place);
    System.arraycopy(rules, place, rules, place + 1, size - place);
    begins[place] = begin;
    starts[place] = start;
    ends[place] = end;
    rules[place] = rule;
    size++;
  }

  private void remove(int i) {
    size--;
    System.arraycopy(begins, i + 1, begins, i, size - i);
    System.arraycopy(starts, i + 1, starts, i, size - i);
    System.arraycopy(ends, i + 1, ends, i, size - i);
    System.arraycopy(rules, i + 1, rules, i, size - i);
  }
}
