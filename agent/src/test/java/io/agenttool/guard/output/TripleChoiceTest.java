package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripleChoiceTest {

  @Test
  void noOtherFactorIsMuchBetterForTheRulesThatGuardBrings() {
    List<Keyword> keywords = new ArrayList<>();
    for (Rule rule : Packs.secrets()) {
      for (String keyword : rule.keywords()) {
        keywords.add(Keyword.of(keyword, rule.ignoreCase()));
      }
    }
    long cost = new TripleChoice(keywords, TripleChoice.FACTOR).cost();
    for (int factor = TripleChoice.LEAST_FACTOR; factor <= TripleChoice.GREATEST_FACTOR; factor++) {
      assertThat(cost)
          .as("TripleChoice.FACTOR; %s is better", factor)
          .isLessThanOrEqualTo(new TripleChoice(keywords, factor).cost() * 110 / 100);
    }
  }
}
