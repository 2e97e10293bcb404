package io.agenttool.guard.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  record Row(String name, Object value) {}

  static final class Tagged extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  @Test
  @SuppressWarnings("JavaUtilDate")
  void tellsApartWhatLooksAlikeWhenPrinted() {
    List<@Nullable Object> alike =
        Arrays.asList(
            List.of("a", "b"),
            List.of("a,b"),
            List.of("a, b"),
            List.of(List.of("a"), "b"),
            List.of(List.of("a", "b")),
            new String[] {"a", "b"},
            "[a, b]",
            "1",
            1,
            1L,
            1.0,
            '1',
            new BigDecimal("1"),
            new BigDecimal("1.0"),
            true,
            "true",
            null,
            "null",
            "",
            List.of(),
            Map.of(),
            Map.of("a", "b"),
            Map.of("a", List.of("b")),
            new Row("a", "b"),
            new Row("b", "a"),
            new Date(1000),
            new Date(1001),
            "\ud800",
            "?",
            "\ufffd",
            new byte[] {1},
            new byte[] {1, 0},
            new int[] {1},
            new long[] {1});

    Set<String> digests = new HashSet<>();
    for (Object value : alike) {
      Fingerprint fingerprint = Fingerprint.of(value, 1000);
      assertThat(fingerprint.complete()).isTrue();
      digests.add(fingerprint.sha256());
    }

    assertThat(digests).hasSameSizeAs(alike);
  }

  @Test
  void isTheSameForTheSameData() {
    assertThat(Fingerprint.of(new Row("a", List.of(1, 2)), 1000))
        .isEqualTo(Fingerprint.of(new Row("a", List.of(1, 2)), 1000));
  }

  @Test
  void canBeCheckedByHandForText() {
    byte[] canonical = "s5:hello".getBytes(UTF_8);

    assertThat(Fingerprint.of("hello", 1).sha256())
        .isEqualTo(Sha256.hex(canonical, 0, canonical.length));
  }

  @Test
  void saysThatItDoesNotBindWhatCannotBeRead() {
    Tagged list = new Tagged();
    list.add("not seen");

    assertThat(Fingerprint.of(List.of(new ByteArrayInputStream(new byte[0])), 10).unreadable())
        .isEqualTo("java.io.ByteArrayInputStream");
    assertThat(Fingerprint.of(list, 10).complete()).isFalse();
    assertThat(Fingerprint.of(List.of(1, 2, 3), 3).complete()).isFalse();
  }

  @Test
  void readsAnObjectThatContainsItself() {
    List<Object> self = new ArrayList<>();
    self.add(self);

    assertThat(Fingerprint.of(self, 10).complete()).isTrue();
  }
}
