package io.agenttool.guard.screen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keywords of rules by their first character. */
final class Keywords {

  /** A keyword and the rule that it begins. */
  record Entry(String keyword, ScreenRule rule) {}

  private final @Nullable Entry[][] byFirst = new Entry[128][];

  Keywords(List<ScreenRule> rules) {
    List<List<Entry>> lists = new ArrayList<>();
    for (int i = 0; i < byFirst.length; i++) {
      lists.add(new ArrayList<>());
    }
    for (ScreenRule rule : rules) {
      for (String keyword : rule.keywords()) {
        lists.get(keyword.charAt(0)).add(new Entry(keyword, rule));
      }
    }
    for (int i = 0; i < byFirst.length; i++) {
      byFirst[i] = lists.get(i).isEmpty() ? null : lists.get(i).toArray(new Entry[0]);
    }
  }

  /** The entries that may begin with a character of {@link PlainText}. */
  Entry @Nullable [] startingWith(char c) {
    return c < byFirst.length ? byFirst[c] : null;
  }
}
