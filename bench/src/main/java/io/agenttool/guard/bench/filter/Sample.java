package io.agenttool.guard.bench.filter;

import io.agenttool.guard.bench.calls.Texts;
import java.util.List;

/** A text that is looked through. */
public enum Sample {
  PAGE("clean prose, 1 MB", 1 << 20) {
    @Override
    public String text() {
      return Texts.prose(size());
    }
  },
  LETTER("clean prose, 400 B", 400) {
    @Override
    public String text() {
      return Texts.prose(size());
    }
  },
  WIDE("clean prose with a character beyond Latin-1, 1 M characters", 1 << 20) {
    @Override
    public String text() {
      return "\u2026" + Texts.prose(size() - 1);
    }
  },
  LEAKS("one secret in each kB, 1 MB", 1 << 20) {
    @Override
    public String text() {
      return Texts.withSecret(1024).repeat(size() / 1024);
    }
  },
  NEAR("each keyword and nothing after it, again and again, 64 kB", 1 << 16) {
    @Override
    public String text() {
      return nearMisses(size());
    }
  },
  NEARER("the same, 256 kB", 1 << 18) {
    @Override
    public String text() {
      return nearMisses(size());
    }
  };

  private final String title;
  private final int size;

  Sample(String title, int size) {
    this.title = title;
    this.size = size;
  }

  /** For the reader. */
  public String title() {
    return title;
  }

  /** Its length in characters. */
  public int size() {
    return size;
  }

  /** The text. */
  public abstract String text();

  private static String nearMisses(int size) {
    List<String> keywords = Pack.of().stream().flatMap(rule -> rule.keywords().stream()).toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < size; i++) {
      String keyword = keywords.get(i % keywords.size());
      text.append(keyword).append(i % 2 == 0 ? "= none\n" : "ab, ");
    }
    return text.substring(0, size);
  }
}
