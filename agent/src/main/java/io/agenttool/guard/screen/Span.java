package io.agenttool.guard.screen;

import java.util.ArrayList;
import java.util.List;

/** A part of a text that is looked at closely. */
record Span(int from, int to) {

  /**
   * All that phrases may reach that have one of the places in them; no two spans overlap.
   *
   * @param places in order
   * @param longest how many characters of {@link PlainText} a phrase has at most
   */
  static List<Span> around(String text, int[] places, int longest) {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (int place : places) {
      int begin = back(text, place, to, longest);
      if (begin > to) {
        spans.add(new Span(from, to));
        from = begin;
      }
      to = ahead(text, place, longest);
    }
    spans.add(new Span(from, to));
    return spans;
  }

  /** Where a phrase begins at the earliest that has what stands at {@code place}. */
  private static int back(String text, int place, int limit, int longest) {
    int at = place;
    for (int seen = 0; at > limit && seen <= longest; at--) {
      seen += isSeen(text.charAt(at - 1)) ? 1 : 0;
    }
    return Math.min(at, whole(text, at));
  }

  /** Where it ends at the latest. */
  private static int ahead(String text, int place, int longest) {
    int at = place;
    for (int seen = 0; at < text.length() && seen <= longest; at++) {
      seen += isSeen(text.charAt(at)) ? 1 : 0;
    }
    return whole(text, at);
  }

  /** The nearest place before that parts no character. */
  private static int whole(String text, int at) {
    boolean parted =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return parted ? at - 1 : at;
  }

  /** Whether the character is surely one of a phrase's, whatever stands beside it. */
  private static boolean isSeen(char c) {
    if (c < 0x7F) {
      return c > ' ';
    }
    byte letter = Letters.of(c);
    return !Character.isSurrogate(c) && letter != Letters.GONE && letter > ' ';
  }
}
