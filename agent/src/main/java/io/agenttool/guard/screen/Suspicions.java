package io.agenttool.guard.screen;

import java.util.Arrays;

/** Where in a text words tell, and nothing nearby says otherwise. Belongs to one thread. */
final class Suspicions {
  private static final int FEW = 16;

  private final Telling telling;
  private final WordScan scan;
  private final Nearby nearby = new Nearby();
  private String text = "";
  private int[] places = new int[FEW];
  private int count;
  private boolean endless;

  Suspicions(Telling telling) {
    this.telling = telling;
    this.scan = new WordScan(telling, this::add);
  }

  /** Looks through the text; whether there is any. */
  boolean raise(String text) {
    count = 0;
    endless = false;
    this.text = text;
    try {
      scan.text(text);
    } finally {
      this.text = "";
      nearby.leave();
    }
    return count > 0 || endless;
  }

  private void add(int word, int at) {
    nearby.at(text, at);
    endless |= telling.tells(word, nearby, true);
    if (telling.tells(word, nearby, false)) {
      places = count == places.length ? Arrays.copyOf(places, 2 * count) : places;
      places[count++] = at;
    }
  }

  /** Those of the rules with a window, in order. */
  int[] places() {
    int[] sorted = Arrays.copyOf(places, count);
    Arrays.sort(sorted);
    places = places.length > FEW ? new int[FEW] : places;
    return sorted;
  }

  /** Whether there is one of a rule that reads to the text's end. */
  boolean endless() {
    return endless;
  }
}
