package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  @Test
  void leavesPersonalDataUnlessAskedFor() {
    Redactor on = Redactor.of(Settings.of(Map.of("output.personal", "true")), Map.of(), Map.of());
    for (Rule rule : Packs.personal()) {
      for (String text : rule.match()) {
        assertThat(on.redact(text)).contains(rule.marker());
        assertThat(Redactor.standard().redact(text)).isSameAs(text);
      }
      for (String text : rule.clean()) {
        assertThat(on.redact(text)).isSameAs(text);
      }
    }
  }

  @Test
  void redactsOnceAndForAll() {
    Random random = new Random(11);
    List<Rule> rules = Packs.secrets();
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 4; j++) {
        List<String> examples = rules.get(random.nextInt(rules.size())).match();
        text.append(Templates.fill(examples.get(random.nextInt(examples.size())), random));
        text.append(List.of("", " ", "\n", "=", "\"", ", ", "x").get(random.nextInt(7)));
      }
      String once = Redactor.standard().redact(text.toString());
      assertThat(Redactor.standard().redact(once)).as("%s", text).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIA",
        "-----BEGIN PRIVATE KEY-----",
        "sk-proj-",
        "http://a:",
        "eyJhbGciOi",
        "cookie: a=",
        "password=\"",
        "bearer "
      })
  void staysLinearWhereKeywordsStandInRows(String keyword) {
    // what is quadratic in 4 MB of candidates does not end
    assertThat(Redactor.standard().redact(keyword.repeat((1 << 22) / keyword.length())))
        .isNotNull();
  }

  @Test
  void namesAKeywordThatCannotBeFound() {
    assertThatThrownBy(() -> Keyword.of("abc", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'abc' needs 4");
  }
}
