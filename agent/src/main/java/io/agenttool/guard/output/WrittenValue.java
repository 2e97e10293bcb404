package io.agenttool.guard.output;

/** Where a value begins and ends: in quotes, as the content of an element, or bare. */
final class WrittenValue extends Cursor {
  private static final int LONGEST_VALUE = 4096;

  private final BareRun bare = new BareRun();
  private boolean element;

  /** After its quote. */
  int start;

  /** Before its quote. */
  int end;

  boolean quoted;

  /** How many characters were looked at. */
  int cost;

  /** Forgets the last one: what comes is in another text. */
  void clear(String text) {
    go(text, 0);
    bare.clear(text);
  }

  /** There is none at that place. */
  void none(int place) {
    go(text, place);
    start = place;
    end = place;
    quoted = false;
    cost = 0;
  }

  /**
   * Reads the value that begins at {@code place}.
   *
   * @param element whether it is the content of an element
   */
  void read(int place, boolean element) {
    none(place);
    this.element = element;
    readValue();
  }

  /** Whether it looks made by a machine. */
  boolean looksMade() {
    return (quoted || element) ? ValueForm.looksMade(text, start, end) : bare.looksMade(start, end);
  }

  private void readValue() {
    skipPrefix();
    int slashes = 0;
    while (peek(at + slashes) == '\\') {
      slashes++;
    }
    char quote = peek(at + slashes);
    if (quote == '"' || quote == '\'' || quote == '`') {
      at += slashes + 1;
      start = at;
      quoted = true;
      readQuoted(quote, slashes);
      cost += end - start;
    } else if (skipText("&quot;") || skipText("%22")) {
      String closing =
          text.substring(text.lastIndexOf(peek(at - 1) == ';' ? '&' : '%', at - 1), at);
      start = at;
      quoted = true;
      int closed = text.indexOf(closing, at);
      end = closed < 0 || closed > at + LONGEST_VALUE ? Math.min(text.length(), at) : closed;
      ranOut |= closed < 0 && text.length() < at + LONGEST_VALUE;
      cost += end - start;
    } else {
      start = at;
      readBare();
    }
  }

  /** {@code b'…'} in Python, {@code N'…'} in SQL, {@code @"…"} in C#. */
  private void skipPrefix() {
    int prefix = "bBrRuUfFN@$".indexOf(peek(at)) >= 0 ? 1 : 0;
    int quote = at + prefix;
    while (prefix > 0 && peek(quote) == '\\') {
      quote++;
    }
    if (prefix > 0 && (isQuote(peek(quote)) || text.startsWith("&quot;", quote))) {
      at++;
    }
  }

  private void readQuoted(char quote, int slashes) {
    int limit = Math.min(text.length(), start + LONGEST_VALUE);
    int run = 0;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (c == quote && (slashes == 0 ? run % 2 == 0 : run <= slashes)) {
        if (slashes == 0 && quote == '\'' && i > start && peek(i + 1) == '\'') {
          i++; // '' inside of an SQL literal
          continue;
        }
        end = i - (slashes == 0 ? 0 : run);
        return;
      }
      if (c == '\n' && quote != '`') {
        end = i;
        return;
      }
      run = c == '\\' ? run + 1 : 0;
    }
    end = limit;
    ranOut |= limit == text.length();
  }

  private void readBare() {
    if (element) {
      readElement();
    } else {
      end = bare.read(start);
      cost += bare.cost();
      ranOut |= bare.ranOut();
    }
    if (end > start && (peek(end - 1) == '.' || peek(end - 1) == ':') && peek(end) <= ' ') {
      end--; // the end of a sentence
    }
  }

  private void readElement() {
    int limit = Math.min(text.length(), start + LONGEST_VALUE);
    end = start;
    while (end < limit && !endsElement(text.charAt(end))) {
      end++;
    }
    cost += end - start;
    ranOut |= end == text.length();
  }

  private boolean endsElement(char c) {
    return c == '<' || c < ' ' || (c == '&' && text.startsWith("&lt;/", end));
  }
}
