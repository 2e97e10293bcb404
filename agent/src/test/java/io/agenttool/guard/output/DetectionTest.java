package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Recall and false alarms over a labelled corpus that was written apart from the rules. With {@code
 * -Dguard.detection.report=FILE} the figures are written to that file.
 */
class DetectionTest {
  private static final String CORPUS = "corpus/";
  private final Random random = new Random(20260102);
  private final Redactor redactor = Redactor.standard();

  private static final class Score {
    int secrets;
    int found;
    int named;
  }

  @Test
  void findsWhatIsSecretAndLeavesWhatIsNot() throws IOException {
    Map<String, Score> scores = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    List<String> contexts = lines("contexts.txt");
    for (String line : lines("secrets.txt")) {
      for (String context : contexts) {
        score(line, context, scores, missed);
      }
    }
    for (String line : lines("assigned.txt")) {
      for (int i = 0; i < 12; i++) {
        score(line, "{}", scores, missed);
      }
    }
    int secrets = scores.values().stream().mapToInt(score -> score.secrets).sum();
    int found = scores.values().stream().mapToInt(score -> score.found).sum();

    Map<String, Integer> alarms = new TreeMap<>();
    List<String> alarming = new ArrayList<>();
    List<String> negatives = new ArrayList<>(ordinary());
    negatives.addAll(neighbours(30_000));
    for (String line : negatives) {
      redactor.redact(
          line,
          rule -> {
            alarms.merge(rule, 1, Integer::sum);
            alarming.add(rule + ": " + line);
          });
    }
    report(scores, secrets, found, alarms, negatives.size(), alarming, missed);

    assertThat(secrets).isGreaterThan(3000);
    assertThat(negatives.size()).isGreaterThanOrEqualTo(100_000);
    assertThat(found).as("missed: %s", missed).isGreaterThanOrEqualTo(secrets * 99 / 100);
    assertThat(alarming).hasSizeLessThanOrEqualTo(negatives.size() / 100_000);
  }

  private void score(String line, String context, Map<String, Score> scores, List<String> missed) {
    int space = line.indexOf(' ');
    String name = line.substring(0, space);
    String secret = Templates.fill(line.substring(space + 1), random).replace("\\n", "\n");
    String text = context.replace("\\n", "\n").replace("{}", secret);
    Score score = scores.computeIfAbsent(name, key -> new Score());
    String redacted = redactor.redact(text);
    score.secrets++;
    if (redacted.contains("[REDACTED_" + name + "]")) {
      score.named++;
    }
    if (redacted.contains("[REDACTED_")) {
      score.found++;
    } else if (missed.size() < 20) {
      missed.add(text);
    }
  }

  /** Lines that look like secrets and are none. */
  private List<String> neighbours(int count) {
    List<String> templates =
        List.of(
            "id <h8>-<h4>-<h4>-<h4>-<h12> done",
            "sha256 <h64>  file-<d3>.tar.gz",
            "commit <h40>",
            "<img src=\"data:image/png;base64,iVBORw0KGgo<b300>=\">",
            "!function(t,e){var n=<d3>;return t.<l4>(e[<d2>],n)}(a,b);",
            "{\"id\":<d6>,\"hash\":\"<h32>\",\"ok\":true,\"token_count\":<d4>}",
            "2026-03-<d2>T10:22:31Z INFO request <h16> took <d3> ms",
            "  integrity sha512-<b86>==",
            "etag: W/\"<h20>\"",
            "btn.key.<l6>=Bitte geben Sie Ihr Passwort ein",
            "label.password=Password",
            "max_tokens: <d4>, temperature: 0.<d2>",
            "the password must have at least <d1> characters and a digit",
            "secretName: my-app-<l6>",
            "tokenizer = <l6>_tokenizer_v<d1>",
            "private String password;",
            "if (token == null) { return <d3>; }",
            "password = getPassword(user);",
            "String apiKey = System.getenv(\"API_KEY\");",
            "https://cdn.example.org/<h12>/app.<h8>.min.js",
            "key-value pair <d5> of <d5>",
            "<U3>-<d4>: fix the <l5> of the bearer of the ticket",
            "ssh-rsa AAAAB3NzaC1yc2E<b300> ann@host",
            "-----BEGIN CERTIFICATE-----",
            "git clone https://git.example.org/<l6>/<l6>.git",
            "<d10>:<d5>:AA:<d3>",
            "row <d6> | <l8> | <d8> | <h24> |",
            "Cookie settings: choose what you like",
            "Authorization is required for route /<l6>/<d2>",
            "sk-<l3>, ghp_<l5>, AKIA<d2>");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(Templates.fill(templates.get(i % templates.size()), random));
    }
    return lines;
  }

  private static List<String> ordinary() throws IOException {
    try (InputStream packed = resource("ordinary.txt.gz");
        InputStream in = new GZIPInputStream(packed)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<String> lines(String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource(name), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("# NAME")).toList();
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(DetectionTest.class.getResourceAsStream(CORPUS + name), name);
  }

  private static void report(
      Map<String, Score> scores,
      int secrets,
      int found,
      Map<String, Integer> alarms,
      int negatives,
      List<String> alarming,
      List<String> missed)
      throws IOException {
    String file = System.getProperty("guard.detection.report");
    if (file == null) {
      return;
    }
    StringBuilder text = new StringBuilder("# What the output filter finds\n\n");
    text.append("Written by `mvn -pl annotations,agent test -Dtest=DetectionTest")
        .append(" -Dsurefire.failIfNoSpecifiedTests=false")
        .append(" -Dguard.detection.report=$PWD/docs/detection.md`.\n\n")
        .append("The corpus lies in the test resources of `agent`, under `output/corpus`: formats")
        .append(" that vendors document, filled with random values and set into ")
        .append("surroundings; assignments as configuration files, code and logs have them;")
        .append(" and lines without secrets, of which 80,000 are ordinary open-licence text and")
        .append(" the rest look like secrets and are none.\n\n")
        .append("| | |\n|---|---|\n")
        .append(String.format("| kinds in the pack | %d |%n", Packs.secrets().size()))
        .append(String.format("| secrets in the corpus | %d |%n", secrets))
        .append(String.format("| found | %d (%.2f %%) |%n", found, 100.0 * found / secrets))
        .append(String.format("| lines without | %d |%n", negatives))
        .append(String.format("| false alarms | %d |%n%n", alarming.size()))
        .append("\"Named\" is how often the marker was the expected one: the rest was found under")
        .append(" another name.\n\n")
        .append("| marker | secrets | found | named |\n|---|---|---|---|\n");
    scores.forEach(
        (name, score) ->
            text.append(
                String.format(
                    "| %s | %d | %d | %d |%n", name, score.secrets, score.found, score.named)));
    text.append("\nFalse alarms by rule: ")
        .append(alarms.isEmpty() ? "none" : alarms)
        .append(".\n");
    Files.writeString(Path.of(file), text);
    alarming.stream().limit(40).forEach(System.out::println);
    missed.forEach(System.out::println);
  }
}
