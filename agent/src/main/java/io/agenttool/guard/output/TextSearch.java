package io.agenttool.guard.output;

/** By the text itself: one that is known to the letter and has no keyword. */
record TextSearch(String sought) implements Search {

  @Override
  public Found in(String text) {
    return new Places(text, sought);
  }

  /** The first place before {@code limit} from which on it stands, as far as the text goes. */
  int uncut(String text, int from, int limit) {
    for (int start = Math.max(from, limit - sought.length() + 1); start < limit; start++) {
      if (text.regionMatches(start, sought, 0, Math.min(sought.length(), text.length() - start))) {
        return start;
      }
    }
    return limit;
  }

  private static final class Places implements Found {
    private final String text;
    private final String sought;
    private int start;
    private int end;

    Places(String text, String sought) {
      this.text = text;
      this.sought = sought;
    }

    @Override
    public boolean next() {
      start = text.indexOf(sought, end);
      end = start + sought.length();
      return start >= 0;
    }

    @Override
    public int start() {
      return start;
    }

    @Override
    public int end() {
      return end;
    }
  }
}
