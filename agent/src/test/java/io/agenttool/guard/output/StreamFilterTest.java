package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamFilterTest {
  private static final TextFilter FILTER = new TextFilter(Redactor.standard(), null);
  private final Random random = new Random(7);

  /** A text with an example of some rules in it, each after a word. */
  private String text() {
    StringBuilder text = new StringBuilder();
    List<Rule> rules = Packs.secrets();
    for (int i = 0; i < 6; i++) {
      Rule rule = rules.get(random.nextInt(rules.size()));
      List<String> examples =
          random.nextInt(4) == 0 && !rule.clean().isEmpty() ? rule.clean() : rule.match();
      String example = examples.get(random.nextInt(examples.size()));
      text.append("some words — and then\n").append(Templates.fill(example, random)).append('\n');
    }
    return text.toString();
  }

  private List<String> cut(String text, int longest) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(longest));
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }

  private static String stream(List<String> pieces, TextFilter filter) {
    StreamFilter stream = new StreamFilter(filter, null);
    StringBuilder out = new StringBuilder();
    pieces.forEach(piece -> out.append(stream.accept(piece)));
    return out.append(stream.finish()).toString();
  }

  @Test
  void findsInPiecesWhatItFindsInTheWhole() {
    for (int i = 0; i < 400; i++) {
      String text = text();
      List<String> pieces = cut(text, 1 + random.nextInt(40));
      assertThat(stream(pieces, FILTER))
          .as("%s", pieces)
          .isEqualTo(Redactor.standard().redact(text));
    }
  }

  @Test
  void findsPersonalDataInPiecesAsInTheWhole() {
    Redactor personal =
        Redactor.of(Settings.of(Map.of("output.personal", "true")), Map.of(), Map.of());
    TextFilter filter = new TextFilter(personal, null);
    for (String between : List.of("\n", " and then ", "\",\"", " — ")) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; all.length() < 12_000; i++) {
        Rule rule = Packs.personal().get(i % Packs.personal().size());
        all.append(rule.match().get(i % rule.match().size())).append(between);
      }
      String text = all.toString();
      String clean = personal.redact(text);
      assertThat(clean).doesNotContain("4111 1111").doesNotContain("+49 30").contains("[REDACTED_");
      for (int longest : new int[] {1, 3, 40, 5000}) {
        assertThat(stream(cut(text, longest), filter)).as("%s", longest).isEqualTo(clean);
      }
    }
  }

  @Test
  void handsOnWhatCannotBeASecretAtOnce() {
    StreamFilter stream = new StreamFilter(FILTER, null);
    assertThat(stream.accept("The weather is fine. ")).isEqualTo("The weather is fine. ");
    assertThat(stream.accept("key sk-pr")).isEqualTo("key ");
    assertThat(stream.accept("oj-" + "a1B2".repeat(12))).isEmpty();
    assertThat(stream.accept(" x ")).isEqualTo("[REDACTED_OPENAI_KEY] x ");
    assertThat(stream.finish()).isEmpty();
  }

  @Test
  void dropsAKeyBlockThatIsLongerThanWhatIsHeldBack() {
    StreamFilter stream = new StreamFilter(FILTER, null);
    StringBuilder out = new StringBuilder(stream.accept("a\n-----BEGIN PRIVATE " + "KEY-----\n"));
    for (int i = 0; i < 4000; i++) {
      out.append(stream.accept(Templates.fill("<b64>\n", random)));
    }
    out.append(stream.accept("-----END PRIV")).append(stream.accept("ATE KEY-----\nb"));
    assertThat(out.append(stream.finish()).toString()).isEqualTo("a\n[REDACTED_PRIVATE_KEY]\nb");
  }

  @Test
  void blocksAUrlThatComesInPieces() {
    TextFilter filter = new TextFilter(Redactor.standard(), new Domains(List.of("example.com")));
    String text = "see https://example.com/a and https://evil.net/?d=1 now //x https://evil.net";
    for (int longest = 1; longest < 30; longest++) {
      assertThat(stream(cut(text, longest), filter))
          .isEqualTo("see https://example.com/a and [BLOCKED_DOMAIN] now //x [BLOCKED_DOMAIN]");
    }
  }

  @Test
  void keepsConstantMemory() {
    StreamFilter stream = new StreamFilter(FILTER, null);
    String piece = "a line of text that is like any other, and token = none\n".repeat(1000);
    long handed = 0;
    for (int i = 0; i < 400; i++) {
      handed += stream.accept(piece).length();
    }
    assertThat(handed + stream.finish().length()).isEqualTo(400L * piece.length());
  }
}
