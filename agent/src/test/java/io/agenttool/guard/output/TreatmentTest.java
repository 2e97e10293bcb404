package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.MARKER;
import static io.agenttool.guard.settings.SecretAction.DENY;
import static io.agenttool.guard.settings.SecretAction.HASH;
import static io.agenttool.guard.settings.SecretAction.OFF;
import static io.agenttool.guard.settings.SecretAction.REDACT;
import static io.agenttool.guard.settings.SecretAction.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Finding.Action;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.settings.InjectionAction;
import io.agenttool.guard.settings.OutputPolicy;
import io.agenttool.guard.settings.SecretAction;
import io.agenttool.guard.settings.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens to secrets, rule by rule. */
class TreatmentTest {
  private static final String PASSWORD = "password = " + "kV9xQ2mL7p";
  private static final String BOTH = KEY + " " + PASSWORD;

  private final ToolCall call = Tools.call(Object.class);

  private @Nullable Object filtered(
      SecretAction standard, Map<String, SecretAction> actions, Object result) {
    OutputPolicy policy = new OutputPolicy(standard, actions, InjectionAction.REPLACE, null);
    return Tools.stage(Redactor.standard(), policy).after(call, result);
  }

  @Test
  void leavesAndRecordsWhatOneRuleOnlyWarnsOf() {
    assertThat(filtered(REDACT, Map.of("openai-key", WARN), BOTH))
        .isEqualTo(KEY + " password = [REDACTED_PASSWORD]");
    assertThat(call.findings())
        .extracting(Finding::rule, Finding::action)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("secret.openai-key", Action.WARNED),
            org.assertj.core.groups.Tuple.tuple("secret.password", Action.REPLACED));
  }

  @Test
  void neitherTouchesNorRecordsWhatARuleThatIsOffWouldFind() {
    assertThat(filtered(REDACT, Map.of("password", OFF), BOTH)).isEqualTo(MARKER + " " + PASSWORD);
    assertThat(call.findings()).extracting(Finding::rule).containsExactly("secret.openai-key");
    assertThat(filtered(OFF, Map.of("openai-key", REDACT), BOTH))
        .isEqualTo(MARKER + " " + PASSWORD);
    Map<String, String> fields = Map.of("password", "hunter2");
    assertThat(filtered(REDACT, Map.of("password", OFF), fields)).isSameAs(fields);
  }

  @Test
  void withholdsTheResultForOneRuleAlone() {
    assertThatThrownBy(() -> filtered(WARN, Map.of("password", DENY), BOTH))
        .isInstanceOf(Denied.class);
    assertThat(filtered(WARN, Map.of("password", DENY), KEY)).isEqualTo(KEY);
  }

  @Test
  void marksEachRuleAsItsActionSays() {
    assertThat(String.valueOf(filtered(REDACT, Map.of("openai-key", HASH), BOTH)))
        .matches("\\[REDACTED_OPENAI_KEY #[0-9a-f]{16}] password = \\[REDACTED_PASSWORD]");
  }

  @Test
  void deniesWhatAnotherRuleFindsTooAndNamesFirst() {
    String header = "Authorization: Bearer " + KEY;
    assertThat(String.valueOf(filtered(REDACT, Map.of(), header))).doesNotContain(KEY);
    assertThatThrownBy(() -> filtered(REDACT, Map.of("openai-key", DENY), header))
        .isInstanceOf(Denied.class);
    assertThatThrownBy(() -> filtered(WARN, Map.of("openai-key", DENY), header))
        .isInstanceOf(Denied.class);
  }

  @Test
  void treatsPersonalDataByItsRuleToo() {
    Redactor redactor =
        Redactor.of(Settings.of(Map.of("output.personal", "true")), Map.of(), Map.of());
    OutputPolicy policy =
        new OutputPolicy(
            REDACT, Map.of("email", WARN, "card", DENY), InjectionAction.REPLACE, null);
    String text = "ann@example.org from 203.0.113.7";
    assertThat(Tools.stage(redactor, policy).after(call, List.of(text)))
        .isEqualTo(List.of("ann@example.org from [REDACTED_IP_ADDRESS]"));
    assertThatThrownBy(() -> Tools.stage(redactor, policy).after(call, "4111 1111 1111 1111"))
        .isInstanceOf(Denied.class);
  }
}
