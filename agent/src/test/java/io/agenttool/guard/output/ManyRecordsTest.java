package io.agenttool.guard.output;

import static io.agenttool.guard.output.Tools.KEY;
import static io.agenttool.guard.output.Tools.MARKER;
import static io.agenttool.guard.output.Tools.filtered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.call.Denied;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records of which there are many are read in another way than the first ones. */
class ManyRecordsTest {
  private static final int MANY = 300;

  private record Row(
      int id,
      @Nullable String a,
      List<String> b,
      long c,
      String d,
      String e,
      String f,
      String g,
      boolean h,
      Object i,
      String j,
      String k) {}

  private record Empty() {}

  record Torn(String text) {
    @Override
    public String text() {
      if (text.equals("torn")) {
        throw new IllegalStateException("k " + KEY);
      }
      return text;
    }
  }

  private static Row row(int id, String last) {
    return new Row(id, null, List.of("b"), 7L, "d", "e", "f", "g", true, id, "j", last);
  }

  @Test
  void eachIsFiltered() {
    for (int i = 0; i < MANY; i++) {
      Row honest = row(i, "k");
      assertThat(filtered(Object.class, honest)).isSameAs(honest);
      assertThat(filtered(Object.class, row(i, KEY))).isEqualTo(row(i, MARKER));
      assertThat(filtered(Object.class, new Empty())).isEqualTo(new Empty());
    }
  }

  @Test
  void oneThatCannotBeReadIsWithheld() {
    Torn whole = new Torn("whole");
    for (int i = 0; i < MANY; i++) {
      assertThat(filtered(Object.class, whole)).isSameAs(whole);
      assertThatThrownBy(() -> filtered(Object.class, new Torn("torn")))
          .isInstanceOf(Denied.class)
          .hasMessageContaining("cannot be checked")
          .hasMessageNotContaining(KEY);
    }
  }
}
