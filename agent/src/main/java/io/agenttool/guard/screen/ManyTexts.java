package io.agenttool.guard.screen;

/**
 * Tells at a glance which of many texts {@link Screen#find} has to look at: a hundred short ones
 * cost little more than one that is as long as all of them. Belongs to one thread.
 */
public final class ManyTexts {
  /** How many characters are looked at in one go, at most. */
  public static final int MOST = WordScan.FULL;

  /** How many bytes are written over behind those that are given. */
  public static final int PADDING = WordFilter.PADDING;

  private static final WordSink NOBODY = (word, at) -> {};

  private final Telling telling;
  private final WordScan scan;
  private final Nearby nearby = new Nearby();
  private WordSink sink = NOBODY;

  ManyTexts(Telling telling) {
    this.telling = telling;
    this.scan = new WordScan(telling, (word, at) -> sink.word(word, at));
  }

  /**
   * Looks through texts that stand side by side for words that tell.
   *
   * @param chars the texts
   * @param bytes the last eight bits of each character, and room for {@value #PADDING} more
   * @param length how many characters
   * @param latin whether the bytes are all of each character
   * @param sink hears of each word, and where: it may begin in one text and end in the next
   */
  public void look(char[] chars, byte[] bytes, int length, boolean latin, WordSink sink) {
    this.sink = sink;
    try {
      scan.texts(chars, bytes, length, latin);
    } finally {
      this.sink = NOBODY;
      nearby.leave();
    }
  }

  /** Asked by the sink: whether that word at that place is a reason to look at all of the text. */
  public boolean tells(String text, int word, int at) {
    nearby.at(text, at);
    return telling.tells(word, nearby, false) || telling.tells(word, nearby, true);
  }
}
