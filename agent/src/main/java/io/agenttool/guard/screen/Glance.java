package io.agenttool.guard.screen;

/** A text from a place on, that knows whether it was read to its end. */
final class Glance implements CharSequence {
  private final PlainText plain;
  private final int from;
  private int furthest;

  Glance(PlainText plain, int from) {
    this.plain = plain;
    this.from = from;
  }

  /** Whether more text could have made a difference. */
  boolean reachedTheEnd() {
    return furthest >= length();
  }

  @Override
  public int length() {
    return plain.length() - from;
  }

  @Override
  public char charAt(int index) {
    furthest = Math.max(furthest, index + 1);
    return plain.chars()[from + index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(plain.chars(), from + start, end - start);
  }

  @Override
  public String toString() {
    return new String(plain.chars(), from, length());
  }
}
