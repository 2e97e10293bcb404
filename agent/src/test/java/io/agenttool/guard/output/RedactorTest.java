package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String OWN = "tangerine/Quarry+77";
  private final Redactor own =
      Redactor.of(Settings.of(Map.of("output.never", OWN)), Map.of(), Map.of());

  @Test
  void findsAnOwnSecretInEveryForm() {
    byte[] bytes = OWN.getBytes(StandardCharsets.UTF_8);
    assertThat(own.redact("it is " + OWN + "!")).isEqualTo("it is [REDACTED_OWN_SECRET]!");
    assertThat(own.redact("x" + new StringBuilder(OWN).reverse()))
        .isEqualTo("x[REDACTED_OWN_SECRET]");
    assertThat(own.redact(HexFormat.of().formatHex(bytes))).isEqualTo("[REDACTED_OWN_SECRET]");
    assertThat(own.redact("?q=tangerine%2FQuarry%2B77&a")).contains("[REDACTED_OWN_SECRET]");
    for (String before : List.of("", "a", "ab", "abc")) {
      String encoded =
          Base64.getEncoder().encodeToString((before + OWN + "z").getBytes(StandardCharsets.UTF_8));
      assertThat(own.redact(encoded)).contains("[REDACTED_OWN_SECRET]");
    }
    assertThat(own.redact("a tangerine from the quarry")).isEqualTo("a tangerine from the quarry");
  }

  @Test
  void takesTheApplicationsSecretsFromVariablesWhoseNamesSaySo() {
    Redactor redactor =
        Redactor.of(
            Settings.of(Map.of()),
            Map.of("DB_PASSWORD", "blue horizon", "HOME", "/home/ann"),
            Map.of("app.api.key", "none", "mail.password", "green-meadow"));
    assertThat(redactor.redact("blue horizon at /home/ann, green-meadow"))
        .isEqualTo("[REDACTED_OWN_SECRET] at /home/ann, [REDACTED_OWN_SECRET]");
  }

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
