package io.agenttool.guard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTypeTest {

  @Test
  void readsDurationsAndSizes() {
    assertThat(OptionType.DURATIONS.parser().apply("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(OptionType.SIZES.parser().apply("256m")).isEqualTo(256L << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "-1s", "30 s", "1y", "99999999999s", "0s", "٣s", "s"})
  void refusesADurationWithoutItsUnit(String text) {
    assertThatThrownBy(() -> OptionType.DURATIONS.parser().apply(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
