package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.filtered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.settings.Settings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Ways past the filter that somebody who shapes a tool's result would try. */
class EvasionTest {
  private static final String CARD = "4111" + "1111" + "1111" + "1111";
  private static final Redactor PERSONAL = redactor(Map.of("output.personal", "true"));

  /** A type of the application. */
  interface Answer {
    String text();
  }

  private static Redactor redactor(Map<String, String> settings) {
    return Redactor.of(Settings.of(settings), Map.of(), Map.of());
  }

  @Test
  void findsWhatIsDressedUpAsAMarker() {
    for (String text :
        List.of(
            "[REDACTED_" + CARD + "]",
            "[REDACTED_ROW_" + CARD + "]",
            "[REDACTED_CARD #" + CARD + "]")) {
      assertThat(PERSONAL.redact(text)).doesNotContain(CARD);
    }
    String password = "kV9x" + "Q2mL7p";
    assertThat(PERSONAL.redact("[REDACTED_PASSWORD=" + password)).doesNotContain(password);
  }

  @Test
  void leavesItsOwnMarkersAsTheyAre() {
    Rule card = Packs.personal().stream().filter(r -> r.name().equals("CARD")).findAny().get();
    String secret = "a secret of some length";
    for (Marking marking : Marking.values()) {
      String text = "paid with " + marking.mark(card, secret.replace(' ', '-')) + ".";
      assertThat(PERSONAL.redact(text)).isSameAs(text);
    }
    String hash = Marking.HASH.mark(card, secret);
    assertThat(Marking.HASH.mark(card, secret)).isEqualTo(hash);
    assertThat(Marking.HASH.mark(card, CARD)).isNotEqualTo(hash);
  }

  @Test
  void takesNoMarkerOfItsOwnForASecret() {
    Redactor own = redactor(Map.of("output.never", "REDACTED,OWN_SECRET"));
    assertThat(own.redact("it is OWN_SECRET, says REDACTED"))
        .isEqualTo("it is [REDACTED_OWN_SECRET], says [REDACTED_OWN_SECRET]");
  }

  @Test
  void givesNothingOutOfATextThatItCannotFinish() {
    Redactor endless = redactor(Map.of("output.personal", "true", "output.never", "_SECRET] x"));
    assertThat(endless.redact("_SECRET] x x card " + CARD)).endsWith(" card [REDACTED_CARD]");
    String text = "_SECRET] x" + " x".repeat(20) + " card " + CARD;
    assertThatThrownBy(() -> endless.redact(text)).isInstanceOf(Denied.class);
  }

  @Test
  void looksIntoWhatAnAnonymousClassHasOfItsMethod() {
    Answer clean = answer("nothing");
    assertThat(filtered(Object.class, clean)).isSameAs(clean);
    Answer filtered = (Answer) Objects.requireNonNull(filtered(Object.class, answer("k " + KEY)));
    assertThat(filtered.text()).isEqualTo("k " + Tools.MARKER);
    Iterable<?> each =
        (Iterable<?>) Objects.requireNonNull(filtered(Object.class, each(List.of("k " + KEY))));
    assertThat(each.iterator().next()).isEqualTo("k " + Tools.MARKER);
  }

  @Test
  @SuppressWarnings("UnnecessaryMethodReference") // that it is one is what the test is about
  void filtersWhatALambdaIteratesOver() {
    List<String> texts = List.of("k " + KEY, ", nothing");
    Iterable<String> lambda = texts::iterator;
    Iterable<?> filtered = (Iterable<?>) Objects.requireNonNull(filtered(Object.class, lambda));
    for (int i = 0; i < 2; i++) {
      assertThat(String.join("", texts(filtered))).isEqualTo("k " + Tools.MARKER + ", nothing");
    }
  }

  private static List<String> texts(Iterable<?> each) {
    List<String> texts = new ArrayList<>();
    each.forEach(text -> texts.add(String.valueOf(text)));
    return texts;
  }

  @Test
  void looksIntoNoToolAroundAnAnonymousClass() {
    Object inner = new Holder().inner("nothing");
    assertThat(filtered(Object.class, inner)).isSameAs(inner);
  }

  private static Answer answer(String text) {
    return new Answer() {
      @Override
      public String text() {
        return text;
      }
    };
  }

  private static Iterable<String> each(List<String> texts) {
    return new Iterable<>() {
      @Override
      public Iterator<String> iterator() {
        return texts.iterator();
      }
    };
  }

  /** A tool with a secret of its own. */
  private static final class Holder {
    private final String key = KEY;

    Answer inner(String text) {
      return new Answer() {
        @Override
        public String text() {
          return text + key.length();
        }
      };
    }
  }
}
