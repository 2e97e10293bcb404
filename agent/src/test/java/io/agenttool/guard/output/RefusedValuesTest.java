package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.MARKER;
import static io.agenttool.guard.output.Tools.filtered;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Denied;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be made again, and what must not change where it is. */
class RefusedValuesTest {
  record Checked(String text) {
    Checked {
      if (text.startsWith("[REDACTED")) {
        throw new IllegalArgumentException("not my text: " + text);
      }
    }
  }

  record Note(Object text) {}

  record Customer(List<Note> notes) {}

  // its own field that changes is what the test is about
  @SuppressWarnings("ImmutableEnumChecker")
  enum Level {
    HIGH;

    private @Nullable String text;

    @Override
    public String toString() {
      return text == null ? name() : text;
    }
  }

  sealed interface Answer permits Found, None {}

  record Found(String text) implements Answer {}

  record None() implements Answer {}

  /** Its constructor must not run again: it acts. */
  static final class Acting {
    private static int made;
    private final String text;

    private Acting(String text) {
      made++;
      this.text = text;
    }
  }

  static Stream<Object> refused() {
    return Stream.of(
        new Checked(KEY),
        URI.create("x:" + KEY),
        new AtomicReference<>(KEY),
        new java.io.File(KEY));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWithThePath(Object value) {
    Customer customer =
        new Customer(List.of(new Note(1), new Note(2), new Note("x"), new Note(value)));
    assertThatThrownBy(() -> filtered(Object.class, Map.of("customer", customer)))
        .isInstanceOf(Denied.class)
        .hasMessageContaining("result.customer.notes[3].text")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void refusesAnEnumThatSaysASecretAndPassesOneThatDoesNot() {
    assertThat(filtered(Object.class, List.of(Level.HIGH))).isEqualTo(List.of(Level.HIGH));
    Level.HIGH.text = KEY;
    try {
      assertThatThrownBy(() -> filtered(Object.class, List.of(Level.HIGH)))
          .isInstanceOf(Denied.class)
          .hasMessageContaining("result[0]");
    } finally {
      Level.HIGH.text = null;
    }
  }

  @Test
  void makesASealedTypesRecordAgain() {
    Answer found = new Found(KEY);
    assertThat(filtered(Object.class, Optional.of(found)))
        .isEqualTo(Optional.of(new Found(MARKER)));
    Answer none = new None();
    assertThat(filtered(Object.class, none)).isSameAs(none);
  }

  @Test
  void runsNoConstructorOfABean() {
    Acting value = new Acting(KEY);
    int before = Acting.made;
    Acting copy = (Acting) requireNonNull(filtered(Object.class, value));
    assertThat(copy.text).isEqualTo(MARKER);
    assertThat(value.text).isEqualTo(KEY);
    assertThat(Acting.made).isEqualTo(before);
  }

  /** As Kotlin's {@code TimeoutCancellationException} has its job. */
  static class Kept extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient Object origin;

    Kept(String message, Object origin) {
      super(message);
      this.origin = origin;
    }
  }

  static final class Telling extends Kept {
    private static final long serialVersionUID = 1L;

    Telling(Object origin) {
      super("it failed", origin);
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // that there are such is what the test is about
    public String toString() {
      return "it failed: " + origin;
    }
  }

  @Test
  void handsOnAnExceptionWhoseOriginAloneHoldsASecret() {
    Kept thrown = new Kept("timed out", List.of(KEY));
    assertThat(filtered(Object.class, thrown)).isSameAs(thrown);
    Telling clean = new Telling("of old age");
    assertThat(filtered(Object.class, clean)).isSameAs(clean);
  }

  @Test
  void refusesAnExceptionThatSaysTheSecretOfItsOrigin() {
    assertThatThrownBy(() -> filtered(Object.class, new Telling(KEY)))
        .isInstanceOf(Denied.class)
        .hasMessageNotContaining(KEY);
  }

  @Test
  void keepsSharedReferencesShared() {
    List<String> shared = new ArrayList<>(List.of(KEY));
    Note clean = new Note("x");
    List<?> copy = (List<?>) requireNonNull(filtered(Object.class, List.of(shared, clean, shared)));
    assertThat(copy.get(0)).isEqualTo(List.of(MARKER)).isSameAs(copy.get(2));
    assertThat(copy.get(1)).isSameAs(clean);
    assertThat(shared).containsExactly(KEY);
  }

  @Test
  void givesTwoSecretKeysOfAMapDifferentMarkers() {
    Object copy = filtered(Object.class, Map.of(KEY, 1, KEY + "x", 2));
    assertThat(copy)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsOnlyKeys(MARKER, MARKER + "#2")
        .containsValues(1, 2);
  }

  @Test
  void refusesWhatIsTooLargeToLookThrough() {
    Object[] large = new Object[1_000_001];
    Arrays.setAll(large, i -> new Note(1));
    assertThatThrownBy(() -> filtered(Object.class, large))
        .isInstanceOf(Denied.class)
        .hasMessageContaining("too large");
    List<String> wide = Collections.nCopies(1_000_000, "text");
    assertThat(filtered(Object.class, wide)).isSameAs(wide);
  }
}
