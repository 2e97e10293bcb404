package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SecretRulesTest {
  private final Redactor redactor = Redactor.standard();
  private final Random random = new Random(20260101);

  @TestFactory
  Stream<DynamicTest> findsEachRulesExamples() {
    return Packs.secrets().stream()
        .flatMap(
            rule ->
                rule.match().stream()
                    .map(
                        template ->
                            dynamicTest(
                                rule.id() + " finds " + template, () -> finds(rule, template))));
  }

  @TestFactory
  Stream<DynamicTest> leavesEachRulesNeighbours() {
    return Packs.secrets().stream()
        .flatMap(
            rule ->
                rule.clean().stream()
                    .map(
                        template ->
                            dynamicTest(
                                rule.id() + " leaves " + template, () -> leaves(template))));
  }

  private void finds(Rule rule, String template) {
    String text = Templates.fill(template, random);
    String redacted = redactor.redact(text);
    assertThat(redacted).contains(rule.marker());
    assertThat(redactor.redact(redacted)).isSameAs(redacted);
  }

  private void leaves(String template) {
    String text = Templates.fill(template, random);
    assertThat(redactor.redact(text)).isSameAs(text);
  }
}
