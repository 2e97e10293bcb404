package io.agenttool.guard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CappedTextTest {

  @Test
  void charactersAcrossPiecesStayWhole() {
    CappedText text = new CappedText(100);
    for (byte piece : "aé€😀".getBytes(StandardCharsets.UTF_8)) {
      assertThat(text.append(new byte[] {piece})).isTrue();
    }

    assertThat(text.text()).isEqualTo("aé€😀");
  }

  @ParameterizedTest
  @CsvSource({"1,a", "2,a", "3,aé", "5,aé", "6,aé€", "9,aé€", "10,aé€😀"})
  void aCutIsBeforeACharacterThatIsNotWhole(int cap, String kept) {
    CappedText text = new CappedText(cap);

    assertThat(text.append("aé€😀!".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(text.append(new byte[] {'?'})).isFalse();
    assertThat(text.text()).isEqualTo(kept + "\n[output cut after " + cap + " bytes]");
  }

  @Test
  void whatFitsExactlyIsNotCut() {
    CappedText text = new CappedText(3);

    assertThat(text.append(new byte[] {'a', 'b', 'c'})).isTrue();
    assertThat(text.append(new byte[0])).isTrue();
    assertThat(text.text()).isEqualTo("abc");
  }
}
