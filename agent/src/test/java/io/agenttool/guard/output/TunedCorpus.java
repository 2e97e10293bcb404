package io.agenttool.guard.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** The corpus that the rules were written against: text that every change of a rule has to pass. */
final class TunedCorpus {
  private static final String FOLDER = "corpus/";
  private final Random random = new Random(20260102);

  Figures measure(Redactor redactor) throws IOException {
    Figures figures = new Figures();
    List<String> contexts = lines("contexts.txt");
    for (String line : lines("secrets.txt")) {
      for (String context : contexts) {
        score(line, context, redactor, figures);
      }
    }
    for (String line : lines("assigned.txt")) {
      for (int i = 0; i < 12; i++) {
        score(line, "{}", redactor, figures);
      }
    }
    for (String line : ordinary()) {
      figures.ordinary(line, redactor);
    }
    for (String line : neighbours(30_000)) {
      figures.similar(line, redactor);
    }
    return figures;
  }

  private void score(String line, String context, Redactor redactor, Figures figures) {
    int space = line.indexOf(' ');
    String name = line.substring(0, space);
    String secret = Templates.fill(line.substring(space + 1), random).replace("\\n", "\n");
    String text = context.replace("\\n", "\n").replace("{}", secret);
    Figures.Score score = figures.of(name);
    String redacted = redactor.redact(text, rule -> figures.foundBy.merge(rule, 1, Integer::sum));
    score.secrets++;
    if (redacted.contains("[REDACTED_" + name + "]")) {
      score.named++;
    }
    if (redacted.contains("[REDACTED_")) {
      score.found++;
    } else {
      figures.missed(name, text);
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
    return Objects.requireNonNull(TunedCorpus.class.getResourceAsStream(FOLDER + name), name);
  }
}
