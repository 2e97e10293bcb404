package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that are known to the letter: from the settings, the process and its configuration. */
class OwnSecretsTest {
  private static final String MARK = "[REDACTED_OWN_SECRET]";
  private static final String OWN = "tangerine/Quarry+77";

  @TempDir Path folder;

  @Test
  void findsAnOwnSecretInEveryForm() {
    Redactor own = never(OWN);
    byte[] bytes = OWN.getBytes(StandardCharsets.UTF_8);
    assertThat(own.redact("it is " + OWN + "!")).isEqualTo("it is " + MARK + "!");
    assertThat(own.redact("x" + new StringBuilder(OWN).reverse())).isEqualTo("x" + MARK);
    assertThat(own.redact(HexFormat.of().formatHex(bytes))).isEqualTo(MARK);
    assertThat(own.redact("?q=tangerine%2FQuarry%2B77&a")).contains(MARK);
    for (String before : List.of("", "a", "ab", "abc")) {
      String encoded =
          Base64.getEncoder().encodeToString((before + OWN + "z").getBytes(StandardCharsets.UTF_8));
      assertThat(own.redact(encoded)).contains(MARK);
    }
    assertThat(own.redact("a tangerine from the quarry")).isEqualTo("a tangerine from the quarry");
  }

  @Test
  void findsOneThatJsonAndUrlsEscape() {
    Redactor own = never("say \"friend\" \\ enter");
    assertThat(own.redact("{\"a\":\"say \\\"friend\\\" \\\\ enter\"}"))
        .isEqualTo("{\"a\":\"" + MARK + "\"}");
    assertThat(own.redact("?a=say%20%22friend%22%20%5C%20enter")).isEqualTo("?a=" + MARK);
    assertThat(own.redact("?a=say+%22friend%22+%5C+enter")).isEqualTo("?a=" + MARK);
    assertThat(own.redact("say friend and enter")).isEqualTo("say friend and enter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Grün3Wiese!", "пароль семь", "ключ", "合言葉は開けごまです", "naïve-café", "🔑🔑🔑 key"})
  void findsOneThatIsNotInAscii(String secret) {
    Redactor own = never(secret);
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    boolean long6 = secret.length() >= 6;
    for (String form :
        List.of(
            secret,
            new StringBuilder(secret).reverse().toString(),
            HexFormat.of().formatHex(bytes),
            Base64.getEncoder().encodeToString(bytes))) {
      String text = "it is " + form + ", said ann";
      assertThat(own.redact(text).contains(MARK)).as(form).isEqualTo(long6);
      assertThat(own.redact(own.redact(text))).isEqualTo(own.redact(text));
    }
    assertThat(own.redact("it is Grün, ключи, naïve")).isEqualTo("it is Grün, ключи, naïve");
  }

  @Test
  void findsOneThatIsNotInAsciiInAnyPieces() {
    TextFilter filter = new TextFilter(assigned("пароль, семь и 'восемь'"), null);
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      // long lines are cut about there
      String text =
          "а".repeat(4000 + random.nextInt(150))
              + "пароль, семь и 'восемь' "
              + "пароль, семь и девять; ".repeat(random.nextInt(300));
      int largest = List.of(1, 10, 100, 6000).get(random.nextInt(4));
      StreamFilter stream = new StreamFilter(filter, null);
      StringBuilder out = new StringBuilder();
      for (int at = 0; at < text.length(); ) {
        int end = Math.min(text.length(), at + 1 + random.nextInt(largest));
        out.append(stream.accept(text.substring(at, end)));
        at = end;
      }
      assertThat(out + stream.finish()).isEqualTo(filter.redactor().redact(text)).contains(MARK);
    }
  }

  @Test
  void findsTheLinesOfOneThatHasSeveral() {
    String one = "MIIEvQIBADANBgkqhkiG9w0B";
    String two = "AQEFAASCBKcwggSjAgEAAoIB";
    Redactor own = never("-----BEGIN KEY-----\n" + one + "\r\n  " + two + "\nAbCdEf\n");
    assertThat(own.redact("first " + one + ", then " + two))
        .isEqualTo("first " + MARK + ", then " + MARK);
    assertThat(own.redact("-----BEGIN KEY----- AbCdEf")).isEqualTo("-----BEGIN KEY----- AbCdEf");
  }

  @Test
  void takesTheApplicationsSecretsFromVariablesWhoseNamesSaySo() {
    Redactor redactor =
        Redactor.of(
            Settings.of(Map.of()),
            Map.of("DB_PASSWORD", "blue horizon", "HOME", "/home/ann"),
            Map.of("app.api.key", "none", "mail.password", "green-meadow"));
    assertThat(redactor.redact("blue horizon at /home/ann, green-meadow"))
        .isEqualTo(MARK + " at /home/ann, " + MARK);
  }

  @Test
  void takesTheSecretsThatTheRulesFindInOtherValues() {
    Redactor redactor =
        Redactor.of(
            Settings.of(Map.of()),
            Map.of(
                "DATABASE_URL",
                "postgres://app:blue-horizon-7@db.example/app",
                "SPRING_APPLICATION_JSON",
                "{\"mail\":{\"password\":\"green-meadow-7\",\"host\":\"mail.example\"}}"),
            Map.of("sun.java.command", "app.jar --db.password=red-valley-7 --verbose"));
    assertThat(
            redactor.redact(
                "7-noziroh-eulb, green-meadow-7, red-valley-7, db.example, mail.example, --verbose"))
        .isEqualTo(MARK + ", " + MARK + ", " + MARK + ", db.example, mail.example, --verbose");
  }

  @Test
  void leavesATokenToItsRuleAndFindsItEncodedToo() {
    String key = "AK" + "IA" + "Q3EGRIUJ7TQBL2NV";
    Redactor redactor =
        Redactor.of(Settings.of(Map.of()), Map.of("RUN", "app.jar " + key), Map.of());
    assertThat(redactor.redact("it is " + key)).isEqualTo("it is [REDACTED_AWS_KEY]");
    String base64 = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    assertThat(redactor.redact(base64)).startsWith(MARK);
    assertThat(Redactor.standard().redact(base64)).isEqualTo(base64);
  }

  @Test
  void takesTheSecretsOfTheConfiguration() throws IOException {
    String yaml =
        write(
            "application.yml",
            """
            spring:
              application: {name: the-orders-app}
              datasource:
                url: jdbc:postgresql://app:silver-brook-7@db.example/app
                password: ${DB_PASSWORD:${OLD_PASSWORD:blue-horizon-7}}
            management.token: ${TOKEN}
            users: [{name: somebody, password: "green meadow 7"}]
            """);
    String mounted = Files.createDirectory(folder.resolve("secrets")).toString();
    write("secrets/api_key", "quiet-river-7\n");
    write("secrets/hostname", "quiet-river-host\n");
    Redactor redactor = configured(yaml + "," + mounted);

    for (String secret :
        List.of("blue-horizon-7", "green meadow 7", "silver-brook-7", "quiet-river-7")) {
      String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
      assertThat(redactor.redact(secret)).isEqualTo(MARK);
      assertThat(redactor.redact("a" + base64)).startsWith("a" + MARK);
      assertThat(Redactor.standard().redact(secret + base64)).isEqualTo(secret + base64);
    }
    String clean =
        "the-orders-app of somebody at db.example on quiet-river-host with TOKEN, OLD_PASSWORD";
    assertThat(redactor.redact(clean)).isSameAs(clean);
  }

  private static Redactor never(String text) {
    return Redactor.of(Settings.of(Map.of("output.never", text)), Map.of(), Map.of());
  }

  private static Redactor assigned(String value) {
    return Redactor.of(Settings.of(Map.of()), Map.of("DB_PASSWORD", value), Map.of());
  }

  private static Redactor configured(String files) {
    return Redactor.of(Settings.of(Map.of("output.configuration", files)), Map.of(), Map.of());
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
