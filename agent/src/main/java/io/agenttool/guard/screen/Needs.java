package io.agenttool.guard.screen;

import io.agenttool.guard.screen.Keywords.Entry;
import java.util.IdentityHashMap;

/** Where in a text the words stand that rules need besides their keywords. */
final class Needs {
  private final PlainText plain;

  /** Of each rule that was asked for, the first place from the last one asked for on. */
  private final IdentityHashMap<ScreenRule, Integer> next = new IdentityHashMap<>();

  Needs(PlainText plain) {
    this.plain = plain;
  }

  /** Whether a phrase of the rule that begins at {@code at} has them; to be asked in order. */
  boolean areMet(Entry entry, int at) {
    ScreenRule rule = entry.rule();
    if (rule.needs().isEmpty()) {
      return true;
    }
    Integer known = next.get(rule);
    int place = known == null || known < at ? find(rule, at) : known;
    next.put(rule, place);
    return place < plain.length() && (rule.window() == 0 || place < at + rule.window());
  }

  private int find(ScreenRule rule, int from) {
    for (int at = from; at < plain.length(); at++) {
      for (String word : rule.needs()) {
        if (plain.has(word, at)) {
          return at;
        }
      }
    }
    return plain.length();
  }
}
