package io.agenttool.guard.output;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that is in every secret of a kind.
 *
 * @param text what it says, in ASCII, without the class that may end it
 * @param ending the characters of which one follows; empty for any
 * @param ignoreCase whether it is found in any case
 */
record Keyword(String text, String ending, boolean ignoreCase) {

  /**
   * Reads a keyword of a rule pack: {@code hf_[A-Za-z]}.
   *
   * @throws IllegalArgumentException where it is too short to be found, or not ASCII
   */
  static Keyword of(String written, boolean ignoreCase) {
    return of(written, ignoreCase, written.endsWith("]") ? written.indexOf('[') : -1);
  }

  /** The keyword that is that text to the letter. */
  static Keyword literal(String text) {
    return of(text, false, -1);
  }

  private static Keyword of(String written, boolean ignoreCase, int open) {
    String text = open < 0 ? written : written.substring(0, open);
    StringBuilder ending = new StringBuilder();
    if (open >= 0) {
      TokenPattern last = requireNonNull(TokenPattern.of(written.substring(open), false), written);
      for (char c = '!'; c < 127; c++) {
        if (last.end(String.valueOf(c), 0, true) == 1) {
          ending.append(c);
        }
      }
    }
    int length = text.length() + (open < 0 ? 0 : 1);
    if (length < KeywordFilter.SHORTEST || !isAscii(text)) {
      throw new IllegalArgumentException(
          "keyword '" + written + "' needs " + KeywordFilter.SHORTEST + " characters of ASCII");
    }
    return new Keyword(text, ending.toString(), ignoreCase);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= 127) {
        return false;
      }
    }
    return true;
  }

  /** Where it ends in {@code source}, if it begins at {@code from}; -1 if it does not. */
  int end(String source, int from) {
    int end = from + text.length();
    if (!source.regionMatches(ignoreCase, from, text, 0, text.length())) {
      return -1;
    }
    boolean ends =
        ending.isEmpty() || (end < source.length() && ending.indexOf(source.charAt(end)) >= 0);
    return ends ? end + (ending.isEmpty() ? 0 : 1) : -1;
  }

  /** The texts that it stands for, in one case. */
  List<String> spellings() {
    List<String> spellings = new ArrayList<>();
    for (int i = 0; i < ending.length(); i++) {
      spellings.add(text + ending.charAt(i));
    }
    return ending.isEmpty() ? List.of(text) : spellings;
  }

  /** Which bits of the eight bytes from {@code at} on count. */
  long mask(int at) {
    long mask = 0;
    for (int i = at; i < Math.min(at + 8, text.length()); i++) {
      boolean folds = ignoreCase && Candidate.isLetter(text.charAt(i));
      mask |= (folds ? 0xDFL : 0xFFL) << (8 * (i - at));
    }
    return mask;
  }

  /** What those bits are. */
  long value(int at) {
    long value = 0;
    for (int i = at; i < Math.min(at + 8, text.length()); i++) {
      value |= (long) text.charAt(i) << (8 * (i - at));
    }
    return value & mask(at);
  }
}
