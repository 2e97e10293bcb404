package io.agenttool.guard.output;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one value, looked through together: a hundred short ones cost little more than one that
 * is as long as all of them. Says whether there is anything to take out, not where.
 */
final class TextBatch implements KeywordFilter.Sink {
  private static final int BLOCK = 8192;
  private static final int MOST_TEXTS = 512;

  /** What is longer is looked through by itself. */
  private static final int LONGEST = 1024;

  private static final ThreadLocal<TextBatch> FREE = ThreadLocal.withInitial(TextBatch::new);

  private final byte[] block = new byte[BLOCK + KeywordFilter.PADDING];
  private final int[] found = new int[KeywordFilter.room(BLOCK)];
  private final @Nullable String[] texts = new @Nullable String[MOST_TEXTS];
  private final int[] starts = new int[MOST_TEXTS];
  private final boolean[] suspects = new boolean[MOST_TEXTS];
  private TextFilter filter = TextFilter.NONE;
  private int count;
  private int size;
  private boolean suspected;
  private boolean clean;
  private boolean taken;

  private TextBatch() {}

  /** An empty one, of this thread if it is free; to be {@link #close closed}. */
  static TextBatch of(TextFilter filter) {
    TextBatch batch = FREE.get();
    // what a value's own code calls may be a tool whose result is looked through meanwhile
    batch = batch.taken ? new TextBatch() : batch;
    batch.filter = filter;
    batch.taken = true;
    batch.clean = true;
    return batch;
  }

  /** Takes a text; it may be looked at later. */
  @SuppressWarnings("deprecation") // see Scan
  void add(String text) {
    int length = text.length();
    if (!clean) {
      return;
    }
    if (length > LONGEST || !filter.needsOnlyKeywords()) {
      clean = filter.isClean(text);
      return;
    }
    clean = filter.isCleanBesidesSecrets(text);
    if (length < KeywordFilter.SHORTEST) {
      return;
    }
    if (count == MOST_TEXTS || size + length > BLOCK) {
      flush();
    }
    text.getBytes(0, length, block, size);
    texts[count] = text;
    starts[count++] = size;
    size += length;
  }

  /** The same for the value of the field, property or key {@code name}. */
  void add(String name, String text) {
    clean = clean && !filter.isNamed(name, text);
    add(text);
  }

  /** Whether there is nothing to take out of any text. */
  boolean isClean() {
    flush();
    return clean;
  }

  /** Gives it back to its thread. */
  void close() {
    forget();
    filter = TextFilter.NONE;
    taken = false;
  }

  private void flush() {
    if (clean && count > 0) {
      // keywords that one text begins and the next one ends are told apart when the text is read
      filter.redactor().detector().filter().scan(block, 0, size, found, this);
      for (int i = 0; suspected && i < count; i++) {
        String text = texts[i];
        clean &= !suspects[i] || text == null || filter.isClean(text);
      }
    }
    forget();
  }

  private void forget() {
    Arrays.fill(texts, 0, count, null);
    if (suspected) {
      Arrays.fill(suspects, 0, count, false);
      suspected = false;
    }
    count = 0;
    size = 0;
  }

  @Override
  public void keyword(int index, int at) {
    int place = Arrays.binarySearch(starts, 0, count, at);
    suspects[place < 0 ? -place - 2 : place] = true;
    suspected = true;
  }
}
