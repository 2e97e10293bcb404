package io.agenttool.guard.screen;

/** Told of each word found. */
public interface WordSink {
  /** The word of that index begins at {@code at}. */
  void word(int word, int at);
}
