package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import io.agenttool.guard.settings.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRulesTest {
  private static final String BODY = "a1b2c3d4e5f6a7b8c9d0";

  @TempDir Path folder;

  @Test
  void findsByARuleOfTheUsersInTextAndInStreams() throws IOException {
    Redactor redactor =
        redactor(
            """
            - {id: acme-key, keywords: ["acme_"], pattern: "[a-z0-9]{20}", match: ["acme_%s"]}
            - {id: badge, name: BADGE_ID, pattern: "EMP-[0-9]{6}", clean: ["EMP-12"]}
            - {id: acme-pin, form: assigned, keywords: ["acmepin"], pattern: "[0-9a-f]{8}"}
            - {id: phrase, form: literal, keywords: ["the house recipe"]}
            """
                .formatted(BODY));
    String text = "k acme_" + BODY + ", b EMP-123456; acmepin: 1a2b3c4d; the house recipe";
    String clean =
        "k [REDACTED_ACME_KEY], b [REDACTED_BADGE_ID]; acmepin: [REDACTED_ACME_PIN];"
            + " [REDACTED_PHRASE]";
    assertThat(redactor.redact(text)).isEqualTo(clean);
    assertThat(redactor.redact(clean)).isSameAs(clean);
    for (int cut = 0; cut < text.length(); cut++) {
      StreamFilter stream = new StreamFilter(new TextFilter(redactor, null), null);
      String out = stream.accept(text.substring(0, cut)) + stream.accept(text.substring(cut));
      assertThat(out + stream.finish()).isEqualTo(clean);
    }
    assertThat(redactor.redact("acme_short EMP-1")).isEqualTo("acme_short EMP-1");
  }

  @Test
  void withholdsWhatIsTooLongForARuleWithoutKeywords() throws IOException {
    Redactor redactor = redactor("- {id: badge, pattern: 'EMP-[0-9]{6}'}");
    String longest = "x".repeat(SlowLane.LONGEST);
    assertThat(redactor.redact(longest)).isSameAs(longest);
    assertThatThrownBy(() -> redactor.redact(longest + "x")).isInstanceOf(Denied.class);
    StreamFilter stream = new StreamFilter(new TextFilter(redactor, null), null);
    assertThat(stream.accept(longest)).isEmpty();
    assertThatThrownBy(() -> stream.accept("x")).isInstanceOf(Denied.class);
  }

  @Test
  void marksOnceWhatAGreedyRuleFinds() throws IOException {
    Redactor redactor = redactor("- {id: capitals, pattern: '[A-Z_]{6,}'}");
    String once = redactor.redact("SECRET and ANOTHER_ONE");
    assertThat(once).isEqualTo("[REDACTED_CAPITALS] and [REDACTED_CAPITALS]");
    assertThat(redactor.redact(once)).isSameAs(once);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{id: a, pattern: 'x(?=y)'} | :1:20: output.rules a: pattern 'x(?=y)' is not RE2: invalid or"
            + " unsupported Perl syntax; RE2 has no look-around and no back-references",
        "{id: a, pattern: '(x)\\1'} | RE2 has no look-around and no back-references",
        "{id: a, pattern: 'x*'} | :1:20: output.rules a: pattern 'x*' matches the empty text, and so"
            + " every text; say how much it needs, as in [a-z]{20,}",
        "{id: a, keywords: [abcd], pattern: '[a-z]*'} | or form: literal where the keyword alone",
        "{id: a, keywords: [abc], pattern: 'x'} | :1:21: output.rules a: keyword 'abc' cannot be"
            + " looked for; it takes four characters of ASCII or more",
        "{id: jwt, pattern: 'x'} | :1:8: output.rules jwt: there is a rule of this id already",
        "{id: own, pattern: 'x'} | there is a rule of this id already",
        "{id: A b, pattern: 'x'} | an id is small letters, digits and '-', such as acme-key",
        "{id: a, name: x-y, pattern: 'x'} | a name is capitals, digits and '_'",
        "{id: a, keywords: [abcd]} | :1:3: output.rules a: form token needs a pattern",
        "{id: a, form: literal} | form literal needs keywords",
        "{id: a, form: tokn, pattern: x} | there is no form 'tokn'; did you mean 'token'?",
        "{id: a, pattern: x, check: [entrop]} | there is no check 'entrop'; did you mean 'entropy'?",
        "{id: a, before: '(ab)', keywords: [abcd], pattern: x} | '(ab)' is not one run",
        "{id: a, pattern: 'x{9}', match: ['xx']} | it does not find its own example match[0]",
        "{id: a, pattern: 'x{9}', clean: ['xxxxxxxxx']} | it finds something in its example clean[0]",
      })
  void refusesARuleThatCannotBeMeant(String rule, String message) {
    assertThatThrownBy(() -> check("- " + rule, warning -> {}))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("rules.yaml:1:")
        .hasMessageContaining(message);
  }

  @Test
  void warnsOfARuleWithoutKeywordsAlone() throws IOException {
    List<String> warnings = new ArrayList<>();
    check("- {id: a, keywords: [abcd], pattern: x}\n- {id: b, pattern: x}", warnings::add);
    assertThat(warnings).singleElement().asString().startsWith("output.rules b has no keywords");
  }

  @Test
  void refusesAnActionForARuleThatThereIsNot() throws IOException {
    assertThatThrownBy(() -> policy("output: {actions: {aws-acces-key: deny}}"))
        .hasMessage(
            "guard.yaml:1:19: output.actions: there is no rule 'aws-acces-key'; did you mean"
                + " 'aws-access-key'?");
    assertThatThrownBy(() -> policy("tools: {t: {output: {actions: {nothing-like-it: off}}}}"))
        .hasMessageStartingWith("guard.yaml:1:31: tools.t.output.actions: there is no rule");
    policy("output: {actions: {aws-access-key: deny, email: mask, own: hash}}");
    policy("output: {rules: [{id: mine, pattern: x}], actions: {mine: warn}}");
  }

  @ParameterizedTest
  @CsvSource({
    "'[[:alpha:]]{4}9', 'abcd9'",
    "'[\\w]{4}9', 'ab_d9'",
    "'[]x]{3}9', ']x]9'",
    "'\\x41{3}9', 'AAA9'",
    "'(?i)abc9', 'ABC9'",
    "'[+-\\]]{3}9', ',X]9'",
    "'é{3}9', 'ééé9'",
    "'a{,3}9', 'a{,3}9'",
  })
  void readsPatternsAsRe2Does(String pattern, String match) throws IOException {
    Redactor redactor =
        redactor("- {id: a, keywords: ['key:'], joined: true, pattern: '" + pattern + "'}");
    assertThat(redactor.redact("key:" + match)).isEqualTo("[REDACTED_A]");
    assertThat(redactor.redact("key:#" + match)).isEqualTo("key:#" + match);
  }

  private void policy(String text) throws IOException {
    Files.writeString(folder.resolve("guard.yaml"), text);
    UserRules.check(settings(Map.of("guard.policy", "guard.yaml")), warning -> {});
  }

  private Redactor redactor(String rules) throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), rules);
    return Redactor.of(settings(Map.of("guard.output.rules", "rules.yaml")), Map.of(), Map.of());
  }

  private void check(String rules, java.util.function.Consumer<String> warnings)
      throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), rules);
    UserRules.check(settings(Map.of("guard.output.rules", "rules.yaml")), warnings);
  }

  private Settings settings(Map<String, String> properties) {
    return Settings.load(new Sources(properties, Map.of(), null, folder.toFile()));
  }
}
