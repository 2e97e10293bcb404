package io.agenttool.guard.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agenttool.guard.settings.InjectionAction;
import io.agenttool.guard.settings.Mode;
import io.agenttool.guard.settings.OutputPolicy;
import io.agenttool.guard.settings.SecretAction;
import io.agenttool.guard.settings.ToolPolicy;
import io.agenttool.guard.settings.Ungoverned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes later can come to several: each subscriber to a Mono runs the tool's source. */
class PassageTest {
  private final Log log = new Log();

  /** An audit log that can be full. */
  private static final class Log implements Journal {
    final List<Outcome> outcomes = new ArrayList<>();
    boolean full;

    @Override
    public void intent(ToolCall call, Verdict.@Nullable Deny denial) {}

    @Override
    public void outcome(ToolCall call, Outcome outcome) {
      if (full) {
        throw new IllegalStateException("no space left");
      }
      outcomes.add(outcome);
    }

    @Override
    public void later(ToolCall call, List<Finding> seen, Verdict.@Nullable Deny denial) {}
  }

  @Test
  void givesASecondSubscriberItsResultAndRecordsOneEnd() {
    Passage passage = passage(Mode.ENFORCE);
    assertThat(passage.finish("first")).isEqualTo("first");
    assertThat(passage.finish("second")).isEqualTo("second");
    assertThat(log.outcomes).hasSize(1);
  }

  @Test
  void givesNoSubscriberAResultWhoseEndIsNotRecorded() {
    log.full = true;
    Passage passage = passage(Mode.ENFORCE);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> passage.finish("result"))
          .hasMessageContaining("[rule audit.unavailable");
    }
    assertThat(passage.finishFailed(new IllegalStateException("why")))
        .hasMessageContaining("[rule audit.unavailable");
  }

  @Test
  void letsEverythingThroughWhereItOnlyWatches() {
    log.full = true;
    Passage passage = passage(Mode.MONITOR);
    assertThat(passage.finish("first")).isEqualTo("first");
    assertThat(passage.finish("second")).isEqualTo("second");
  }

  @SuppressWarnings("NullAway") // it does not read the annotation of a nested type in a class file
  private Passage passage(Mode mode) {
    OutputPolicy output = new OutputPolicy(SecretAction.REDACT, null);
    ToolPolicy policy =
        new ToolPolicy(
            false, Map.of(), InjectionAction.WARN, null, output, Ungoverned.DENY, "test");
    Tool tool =
        new Tool(
            "tool",
            "Guard",
            PassageTest.class.getName(),
            "tool",
            List.of(),
            "java.lang.Object",
            true,
            policy,
            PassageTest.class.getClassLoader());
    GuardedTool guarded = new GuardedTool(tool, mode, List.of(), log, null);
    return new Passage(guarded, null, new Object[0], new Frame());
  }
}
