package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered of an assignment is what a look at it would tell. */
class AssignedValueTest {
  private static final String[] PIECES = {
    "token", "api_key", "set", ".", "=", ": ", "==", " ", ",", ";", "(", ")", "[", "]", "\"", "'",
    "\\", "\\n", "a", "Z", "7", "#", "&", "<", ">", "%3D", "value", "\n", "é", "--", "k=v", "..."
  };

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @Test
  void aValueThatBeginsInTheLastOneEndsWhereItWouldByItself() {
    Random random = new Random(11);
    BareRun remembering = new BareRun();
    for (int round = 0; round < 20_000; round++) {
      String text = text(random);
      remembering.clear(text);
      int start = 0;
      while (start < text.length()) {
        BareRun anew = new BareRun();
        anew.clear(text);
        int end = anew.read(start);
        assertThat(remembering.read(start)).as("%s from %s", text, start).isEqualTo(end);
        assertThat(remembering.ranOut()).as("%s from %s", text, start).isEqualTo(anew.ranOut());
        if (end > start) {
          assertThat(remembering.looksMade(start, end))
              .as("%s from %s", text, start)
              .isEqualTo(anew.looksMade(start, end))
              .isEqualTo(ValueForm.looksMade(text, start, end));
        }
        start = Math.max(0, start + random.nextInt(6) - 1);
      }
    }
  }

  @Test
  void whatAnotherRuleAskedOfTheSameKeyIsWhatALookTells() {
    Random random = new Random(12);
    AssignedValue remembering = new AssignedValue();
    for (int round = 0; round < 20_000; round++) {
      String text = text(random);
      remembering.clear(text);
      for (int i = 0; i < 8; i++) {
        int nameEnd = 1 + random.nextInt(text.length());
        for (int name = nameEnd - 1; name >= 0 && name > nameEnd - 4; name--) {
          AssignedValue anew = new AssignedValue();
          anew.clear(text);
          assertThat(told(remembering, name, nameEnd))
              .as("%s, %s to %s", text, name, nameEnd)
              .isEqualTo(told(anew, name, nameEnd));
        }
      }
    }
  }

  private static String told(AssignedValue value, int name, int nameEnd) {
    boolean found = value.find(name, nameEnd);
    String told = found + " " + value.ranOut();
    return found
        ? told + value.start() + " " + value.end() + value.looksMade() + value.isValue()
        : told;
  }

  @Test
  void aRowOfKeysIsReadOnce() {
    String text = "api_key=".repeat(10_000);
    AssignedValue value = new AssignedValue();
    value.clear(text);
    int cost = 0;
    for (int name = 0; name < text.length(); name += 8) {
      value.find(name, name + 7);
      cost += value.cost();
    }
    assertThat(cost).isLessThan(4 * text.length());
  }
}
