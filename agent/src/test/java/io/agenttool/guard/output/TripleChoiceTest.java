package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripleChoiceTest {

  @Test
  void noOtherFactorIsMuchBetterForTheRulesThatGuardBrings() {
    List<List<String>> spellings = new ArrayList<>();
    for (Rule rule : Packs.secrets()) {
      for (String keyword : rule.keywords()) {
        spellings.add(Keyword.of(keyword, rule.ignoreCase()).spellings());
      }
    }
    long cost = cost(spellings, TripleChoice.FACTOR);
    for (int i = 0; i < TripleChoice.FACTORS; i++) {
      int factor = TripleChoice.FIRST_FACTOR + i * TripleChoice.NEXT_FACTOR;
      assertThat(cost)
          .as("TripleChoice.FACTOR; that of number %s is better", i)
          .isLessThanOrEqualTo(cost(spellings, factor) * 103 / 100);
    }
  }

  private static long cost(List<List<String>> spellings, int factor) {
    return new TripleChoice(spellings, KeywordFilter.STRIDE, factor).cost();
  }
}
