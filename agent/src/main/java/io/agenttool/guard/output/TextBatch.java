package io.agenttool.guard.output;

import io.agenttool.guard.screen.ManyTexts;
import io.agenttool.guard.screen.Narrow;
import io.agenttool.guard.screen.WordSink;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one value, looked through together: a hundred short ones cost little more than one that
 * is as long as all of them. Says whether there is anything to take out, not where.
 */
final class TextBatch implements KeywordFilter.Sink {
  private static final int BLOCK = ManyTexts.MOST;
  private static final int MOST_TEXTS = 512;

  /** What is longer is looked through by itself. */
  private static final int LONGEST = 1024;

  private static final ThreadLocal<TextBatch> FREE = ThreadLocal.withInitial(TextBatch::new);

  private final char[] chars = new char[BLOCK];
  private final byte[] block = new byte[BLOCK + Math.max(KeywordFilter.PADDING, ManyTexts.PADDING)];
  private final Narrow narrow = new Narrow(chars, block);
  private final int[] found = new int[KeywordFilter.room(BLOCK)];
  private final @Nullable String[] texts = new @Nullable String[MOST_TEXTS];
  private final int[] starts = new int[MOST_TEXTS];
  private final boolean[] suspects = new boolean[MOST_TEXTS];
  private final WordSink words = this::word;
  private TextFilter filter = TextFilter.NONE;

  /** Looks for orders to the model; of the screening that it was made for. */
  private @Nullable ManyTexts many;

  private @Nullable Screening screening;
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
    batch.screen(filter.screening());
    return batch;
  }

  private void screen(@Nullable Screening wanted) {
    if (wanted != null && !wanted.equals(screening)) {
      screening = wanted;
      many = wanted.screen().manyTexts();
    } else if (wanted == null) {
      screening = null;
      many = null;
    }
  }

  /** Takes a text; it may be looked at later. */
  void add(String text) {
    int length = text.length();
    if (!clean) {
      return;
    }
    if (length > LONGEST || !filter.needsOnlyKeywords()) {
      clean = filter.isClean(text);
      return;
    }
    clean = filter.isInDomains(text);
    if (length < KeywordFilter.SHORTEST) {
      return;
    }
    if (count == MOST_TEXTS || size + length > BLOCK) {
      flush();
    }
    text.getChars(0, length, chars, size);
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
      boolean latin = narrow.write(size);
      // keywords that one text begins and the next one ends are told apart when the text is read
      filter.redactor().detector().filter().scan(block, 0, size, found, this);
      if (many != null) {
        many.look(chars, block, size, latin, words);
      }
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
    suspects[textAt(at)] = true;
    suspected = true;
  }

  private void word(int word, int at) {
    int index = textAt(at);
    String text = texts[index];
    if (many != null && text != null && many.tells(text, word, at - starts[index])) {
      suspects[index] = true;
      suspected = true;
    }
  }

  private int textAt(int at) {
    int place = Arrays.binarySearch(starts, 0, count, at);
    return place < 0 ? -place - 2 : place;
  }
}
