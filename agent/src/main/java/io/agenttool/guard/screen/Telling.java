package io.agenttool.guard.screen;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rarest words that rules need, and what tells at a glance that one of them stands there for
 * another reason. Used by many threads at once.
 */
final class Telling {
  /** The index of the one word that is too short for {@link WordFilter}: {@code <|}. */
  static final int PIPE = -1;

  private static final String PIPE_WORD = "<|";

  /**
   * What is asked where a word stands.
   *
   * @param then one of these follows; empty for anything
   * @param before one of these precedes; empty for anything
   * @param near this is around; {@code null} for anything
   * @param endless whether the rule reads to the end of the text
   */
  private record Question(
      List<byte[]> then, List<byte[]> before, @Nullable LatePattern near, boolean endless) {

    boolean isMet(Nearby nearby) {
      return (then.isEmpty() || nearby.goesOnWith(then))
          && (before.isEmpty() || nearby.comesAfter(before))
          && (near == null || nearby.has(near));
    }
  }

  private final WordFilter filter;
  private final Question[][] questions;

  Telling(List<ScreenRule> rules) {
    Map<String, List<Question>> byWord = new LinkedHashMap<>();
    for (ScreenRule rule : rules) {
      Question question =
          new Question(bytes(rule.then()), bytes(rule.before()), rule.near(), rule.window() == 0);
      for (String word : rule.telling()) {
        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(question);
      }
    }
    byWord.remove(PIPE_WORD);
    filter = new WordFilter(List.copyOf(byWord.keySet()));
    questions =
        byWord.values().stream()
            .map(list -> list.toArray(Question[]::new))
            .toArray(Question[][]::new);
  }

  private static List<byte[]> bytes(List<String> words) {
    return words.stream().map(word -> word.getBytes(StandardCharsets.US_ASCII)).toList();
  }

  WordFilter filter() {
    return filter;
  }

  /**
   * Whether a phrase of a rule may have the word that is {@code nearby}.
   *
   * @param endless whether of those rules that read to the text's end, or of the others
   */
  boolean tells(int word, Nearby nearby, boolean endless) {
    if (word == PIPE) {
      return !endless;
    }
    for (Question question : questions[word]) {
      if (question.endless() == endless && question.isMet(nearby)) {
        return true;
      }
    }
    return false;
  }
}
