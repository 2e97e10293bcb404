package io.agenttool.guard.output;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** By a pattern: the whole of a match, or its first group where it has one. */
record PatternSearch(Pattern pattern) implements Search {

  @Override
  public Found in(String text) {
    return new Groups(pattern.matcher(text));
  }

  private record Groups(Matcher matcher) implements Found {
    @Override
    public boolean next() {
      return matcher.find();
    }

    @Override
    public int start() {
      return matcher.start(group());
    }

    @Override
    public int end() {
      return matcher.end(group());
    }

    private int group() {
      return matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
    }
  }
}
