package io.agenttool.guard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
  private static final String KNOWN =
      "known: " + String.join(", ", Options.ALL.stream().map(Option::name).toList());

  @TempDir Path folder;

  @Test
  void nothingSetIsEverythingStandard() {
    Settings settings = load(Map.of(), Map.of(), null);

    for (Option<?> option : Options.ALL) {
      assertThat(settings.isSet(option)).isFalse();
      assertThat(settings.get(option)).isEqualTo(option.type().parser().apply(option.standard()));
    }
    assertThat(settings.toolsNamed()).isEmpty();
  }

  @Test
  void propertyEnvironmentArgumentAndFileWinInThatOrder() throws IOException {
    Files.writeString(
        folder.resolve("guard.yaml"), "confirm: {timeout: 4s, expiry: 4s}\nsandbox: {timeout: 4s}");
    String argument = "policy=guard.yaml,confirm.timeout=3s,confirm.expiry=3s";

    Settings file = load(Map.of(), Map.of(), "policy=guard.yaml");
    Settings agent = load(Map.of(), Map.of(), argument);
    Settings environment = load(Map.of(), Map.of("GUARD_CONFIRM_TIMEOUT", "2s"), argument);
    Settings property =
        load(
            Map.of("guard.confirm.timeout", "1s"), Map.of("GUARD_CONFIRM_TIMEOUT", "2s"), argument);

    assertThat(file.get(Options.CONFIRM_TIMEOUT)).isEqualTo(Duration.ofSeconds(4));
    assertThat(agent.get(Options.CONFIRM_TIMEOUT)).isEqualTo(Duration.ofSeconds(3));
    assertThat(environment.get(Options.CONFIRM_TIMEOUT)).isEqualTo(Duration.ofSeconds(2));
    assertThat(environment.get(Options.CONFIRM_EXPIRY)).isEqualTo(Duration.ofSeconds(3));
    assertThat(property.get(Options.CONFIRM_TIMEOUT)).isEqualTo(Duration.ofSeconds(1));
    assertThat(property.get(Options.SANDBOX_TIMEOUT)).isEqualTo(Duration.ofSeconds(4));
    assertThat(property.get(Options.SANDBOX_PIDS)).isEqualTo(64);
    assertThat(property.isSet(Options.SANDBOX_TIMEOUT)).isTrue();
    assertThat(property.isSet(Options.SANDBOX_PIDS)).isFalse();
  }

  @Test
  void propertyWinsOverFileAndArgumentAlone() throws IOException {
    Files.writeString(folder.resolve("guard.yaml"), "mode: monitor");

    assertThat(
            load(Map.of("guard.mode", "enforce"), Map.of(), "policy=guard.yaml").get(Options.MODE))
        .isEqualTo(Mode.ENFORCE);
    assertThat(load(Map.of("guard.mode", "enforce"), Map.of(), "mode=monitor").get(Options.MODE))
        .isEqualTo(Mode.ENFORCE);
    assertThat(
            load(Map.of(), Map.of("GUARD_MODE", "enforce", "GUARD_POLICY", "guard.yaml"), null)
                .get(Options.MODE))
        .isEqualTo(Mode.ENFORCE);
  }

  @Test
  void everySettingHasItsOwnEnvironmentVariable() {
    Map<String, Option<?>> variables = new HashMap<>();
    for (Option<?> option : Options.ALL) {
      assertThat(variables.put(Sources.variable(option), option)).as(option.name()).isNull();
      assertThat(option.name()).matches("[a-z]+(\\.[a-z]+)*").doesNotStartWith("it.");
    }
    assertThat(variables).containsEntry("GUARD_OUTPUT_DOMAINS_ALLOW", Options.DOMAINS);
  }

  @Test
  void everySettingCanBeSetByItsEnvironmentVariable() {
    for (Option<?> option : Options.ALL) {
      if (!option.standard().isEmpty()) {
        Map<String, String> environment = Map.of(Sources.variable(option), option.standard());
        assertThat(load(Map.of(), environment, null).isSet(option)).as(option.name()).isTrue();
      }
    }
  }

  @Test
  void whatIsNotGuardsAndWhatIsForItsTestsIsLeftAlone() {
    Settings settings =
        load(
            Map.of("guardian.mode", "x", "user.dir", "/", "guard.it.docs", "write"),
            Map.of("GUARD_IT_DOCKER", "required", "GUARDMODE", "x", "PATH", "/bin"),
            "");

    assertThat(settings.isSet(Options.MODE)).isFalse();
  }

  @Test
  void aMisspeltPropertyIsRefusedWithTheNearestOne() {
    refused(
        Map.of("guard.confrim.timeout", "5m"),
        Map.of(),
        null,
        "system property guard.confrim.timeout: unknown setting, with the value '5m'; did you mean"
            + " 'guard.confirm.timeout'? "
            + KNOWN.replaceAll("(: |, )", "$1guard."));
  }

  @Test
  void aMisspeltVariableIsRefusedWithTheNearestOne() {
    assertThatThrownBy(() -> load(Map.of(), Map.of("GUARD_MOED", "monitor"), null))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "environment variable GUARD_MOED: unknown setting, with the value 'monitor'; did you"
                + " mean 'GUARD_MODE'? known: GUARD_POLICY, GUARD_DIR, ");
  }

  @Test
  void anUnknownSettingInTheArgumentIsRefused() {
    refused(
        Map.of(),
        Map.of(),
        "quux=1",
        "agent argument quux: unknown setting, with the value '1'; " + KNOWN);
    refused(
        Map.of(),
        Map.of(),
        "polcy=a.yaml",
        "agent argument polcy: unknown setting, with the value 'a.yaml'; did you mean 'policy'? "
            + KNOWN);
  }

  @Test
  void aBadValueIsRefusedThoughAnotherSourceHasPrecedence() {
    refused(
        Map.of("guard.mode", "enforce"),
        Map.of("GUARD_MODE", "enfroce"),
        null,
        "environment variable GUARD_MODE: 'enfroce' is not one of enforce | monitor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mode               | Enforce            | 'Enforce' is not one of enforce / monitor",
        "policy             | ``                 | is empty; it takes text",
        "dir                | ``                 | is empty; it takes text",
        "confirm.timeout    | 30                 | '30' is not a duration such as 500ms, 30s, 5m, 1h or 7d",
        "confirm.timeout    | 0s                 | '0s' is not a duration such as 500ms, 30s, 5m, 1h or 7d",
        "confirm.timeout    | 366d               | '366d' is not a duration such as 500ms, 30s, 5m, 1h or 7d",
        "sandbox.memory     | 0                  | '0' is not a size such as 4096, 64k, 256m or 1g",
        "sandbox.memory     | -1                 | '-1' is not a size such as 4096, 64k, 256m or 1g",
        "sandbox.memory     | 256mb              | '256mb' is not a size such as 4096, 64k, 256m or 1g",
        "sandbox.output     | 3g                 | '3g' is not a size up to 1g, such as 4096, 64k or 1m",
        "sandbox.pids       | 0                  | '0' is not a whole number from 1 to 999999999",
        "sandbox.pids       | 1.5                | '1.5' is not a whole number from 1 to 999999999",
        "sandbox.host       | localhost:2375     | 'localhost:2375' is not an endpoint such as unix:///var/run/docker.sock or tcp://127.0.0.1:2375",
        "audit.fsync        | yes                | 'yes' is not true or false",
        "output.domains.allow | *.example.com      | '*.example.com' is not host names such as example.com, with a port or without, and no scheme, path or *",
        "output.domains.allow | https://a.example  | 'https://a.example' is not host names such as example.com, with a port or without, and no scheme, path or *",
        "output.domains.allow | a.example,,b.example | 'a.example,,b.example' is not host names such as example.com, with a port or without, and no scheme, path or *",
      })
  void aBadValueIsRefusedWithWhatWouldBeRight(String name, String value, String message) {
    refused(
        Map.of("guard." + name, value),
        Map.of(),
        null,
        "system property guard." + name + ": " + message.replace(" / ", " | "));
  }

  @Test
  void messagesStayOnOneShortLine() {
    refused(
        Map.of("guard.mode", "a\nb" + "x".repeat(100)),
        Map.of(),
        null,
        "system property guard.mode: 'a\ufffdb"
            + "x".repeat(77)
            + "…' is not one of enforce | monitor");
  }

  @Test
  void anEmptyListOfDomainsIsSetAndAllowsNone() {
    Settings settings = load(Map.of("guard.output.domains.allow", ""), Map.of(), null);

    assertThat(settings.get(Options.DOMAINS)).isEmpty();
    assertThat(policy(settings).output().allowedDomains()).isEmpty();
    assertThat(policy(load(Map.of(), Map.of(), null)).output().allowedDomains()).isNull();
  }

  @Test
  void aCommaInAnArgumentsValueIsEscapedAndOtherBackslashesAreNot() {
    Settings settings =
        load(
            Map.of(),
            Map.of(),
            "output.domains.allow=a.example\\, b.example,dir=C:\\guard\\x,sandbox.image=a=b");

    assertThat(settings.get(Options.DOMAINS)).isEqualTo(List.of("a.example", "b.example"));
    assertThat(settings.get(Options.DIR)).isEqualTo("C:\\guard\\x");
    assertThat(settings.get(Options.SANDBOX_IMAGE)).isEqualTo("a=b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "output.domains.allow=a.example,b.example | 'b.example' is not name=value; a comma inside a value is written \\,",
        "mode=monitor, | '' is not name=value; a comma inside a value is written \\,",
        "=monitor | '=monitor' is not name=value; a comma inside a value is written \\,",
        "guard.yaml | 'guard.yaml' is not name=value; a comma inside a value is written \\,",
      })
  void anArgumentThatIsNotNameAndValueIsRefused(String argument, String message) {
    refused(Map.of(), Map.of(), argument, "agent argument: " + message);
  }

  @Test
  void aSettingTwiceInTheArgumentIsRefused() {
    refused(Map.of(), Map.of(), "mode=enforce,mode=monitor", "agent argument mode: stands twice");
  }

  @Test
  void theRunningJvmsPropertiesAreRead() {
    System.setProperty("guard.sandbox.pids", "7");
    try {
      assertThat(Settings.load(Sources.ofThisJvm(null)).get(Options.SANDBOX_PIDS)).isEqualTo(7);
    } finally {
      System.clearProperty("guard.sandbox.pids");
    }
  }

  @Test
  void settingsOfTextsRefuseUnknownNames() {
    assertThatThrownBy(() -> Settings.of(Map.of("mod", "monitor")))
        .hasMessage(
            "setting mod: unknown setting, with the value 'monitor'; did you mean 'mode'? "
                + KNOWN);
  }

  private Settings load(
      Map<String, String> properties, Map<String, String> environment, @Nullable String argument) {
    return Settings.load(new Sources(properties, environment, argument, new File("" + folder)));
  }

  private void refused(
      Map<String, String> properties,
      Map<String, String> environment,
      @Nullable String argument,
      String message) {
    assertThatThrownBy(() -> load(properties, environment, argument))
        .isInstanceOf(SettingsException.class)
        .hasMessage(message);
  }

  private static ToolPolicy policy(Settings settings) {
    return settings.policyFor("t", ToolHints.NONE, List.of(), "a.B#t()");
  }
}
