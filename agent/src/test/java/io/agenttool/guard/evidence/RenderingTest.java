package io.agenttool.guard.evidence;

import static io.agenttool.guard.evidence.SampleCalls.SECRET;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenderingTest {

  static final class Hostile {
    static int asked;
    final String name = "plain";
    final Hostile self = this;

    public String getName() {
      asked++;
      return "getter";
    }

    @Override
    public String toString() {
      asked++;
      return "toString";
    }

    @Override
    public int hashCode() {
      asked++;
      return 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      asked++;
      return false;
    }
  }

  record Login(String user, String password, int api_key) {}

  @Test
  void readsAnObjectByItsFieldsAndRunsNoneOfItsCode() throws IOException {
    assertThat(json(new Hostile()))
        .isEqualTo(
            "{\"v\":{\"@type\":\""
                + Hostile.class.getTypeName()
                + "\",\"name\":\"plain\",\"self\":{\"@cycle\":\""
                + Hostile.class.getTypeName()
                + "\"}}}");
    assertThat(Hostile.asked).isZero();
  }

  @Test
  void hidesWhatIsNamedLikeASecretWhateverItLooksLike() throws IOException {
    assertThat(json(new Login("ann", "correct horse", 1234)))
        .contains("\"user\":\"ann\"", "\"password\":\"[REDACTED]\"", "\"api_key\":\"[REDACTED]\"")
        .doesNotContain("horse", "1234");
    assertThat(json(Map.of("password", List.of("horse")))).doesNotContain("horse");
  }

  @Test
  void redactsKeysAndValuesAtEveryDepth() throws IOException {
    assertThat(json(List.of(Map.of("k", new Object[] {Map.of(SECRET, new StringBuilder(SECRET))}))))
        .contains("[REDACTED_TOKEN]")
        .doesNotContain(SECRET);
    assertThat(json(SECRET.toCharArray())).doesNotContain(SECRET);
  }

  @Test
  void redactsBeforeItCutsSoThatNoHalfOfASecretIsLeft() throws IOException {
    String text = "x".repeat(4090) + SECRET + "y".repeat(100);

    assertThat(json(text))
        .contains("\"@cut\"", "\"sha256\"")
        .doesNotContain(SECRET.substring(0, 6));
  }

  @Test
  void writesAsciiWhateverTheTextIs() throws IOException {
    assertThat(json("\ud800 \u202e \u001b[31m é"))
        .isEqualTo("{\"v\":\"\\uD800 \\u202E \\u001B[31m \\u00E9\"}");
  }

  @Test
  void staysSmallForHugeAndDeepValues() throws IOException {
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      deep = new ArrayList<>(List.of(deep, "x".repeat(5000), deep));
    }

    assertThat(json(deep).length()).isLessThan(512 * 1024);
    assertThat(json(new int[1_000_000])).contains("{\"@more\":999900}");
  }

  @Test
  void namesWhatItCannotLookInto() throws IOException {
    assertThat(json(Thread.currentThread())).contains("{\"@type\":\"java.lang.Thread\"}");
  }

  private static String json(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.generator(bytes)) {
      out.writeStartObject();
      new Rendering(out, new Redaction(SampleCalls.REDACT), Rendering.LOGGED_TEXT)
          .member("v", value);
      out.writeEndObject();
    }
    return bytes.toString(US_ASCII);
  }
}
