package io.agenttool.guard.output;

/** A part of a text, not copied, that knows how far it was read: what a match cost. */
final class Window implements CharSequence {
  private final String text;
  private final int from;
  private final int to;
  private int furthest;

  Window(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** How many characters from the beginning were looked at. */
  int furthest() {
    return furthest;
  }

  @Override
  public int length() {
    return to - from;
  }

  @Override
  public char charAt(int index) {
    if (index >= furthest) {
      furthest = index + 1;
    }
    return text.charAt(from + index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(from + start, from + end);
  }

  @Override
  public String toString() {
    return text.substring(from, to);
  }
}
