package io.agenttool.guard.call;

import static io.agenttool.guard.call.Outcome.Status.DENIED;
import static io.agenttool.guard.call.Outcome.Status.RETURNED;
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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes later can come to several: each subscriber to a Mono runs the tool's source. */
class PassageTest {
  private final Log log = new Log();

  /** An audit log that can be full. */
  private static final class Log implements Journal {
    final List<Outcome> outcomes = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    boolean full;

    @Override
    public void intent(ToolCall call, Verdict.@Nullable Deny denial) {}

    @Override
    public void outcome(ToolCall call, Outcome outcome) {
      if (full) {
        throw new IllegalStateException("no space left");
      }
      outcomes.add(outcome);
      call.findings().forEach(found -> notes.add(found.rule() + " " + found.action()));
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

  @Test
  void recordsTheEndOfACallWhoseResultCannotBeRead() {
    assertThat(framework(Mode.ENFORCE, "fine")).isEqualTo("FINE");
    assertThatThrownBy(() -> framework(Mode.ENFORCE, 7))
        .hasMessageContaining("[rule guard.failure");
    assertThat(log.outcomes).extracting(Outcome::status).containsExactly(RETURNED, DENIED);
  }

  @Test
  void recordsARefusalWhereAResultCannotBeMadeAgain() {
    assertThatThrownBy(() -> framework(Mode.ENFORCE, "fragile"))
        .hasMessageContaining("[rule guard.failure");
    assertThat(log.outcomes).extracting(Outcome::status).containsExactly(DENIED);
  }

  @Test
  void handsOnWhatCannotBeReadWhereItOnlyWatches() {
    for (Object result : List.of("fine", "fragile", 7)) {
      assertThat(framework(Mode.MONITOR, result)).isSameAs(result);
    }
    assertThat(log.outcomes).extracting(Outcome::status).containsOnly(RETURNED).hasSize(3);
    assertThat(log.notes).containsExactly("guard.failure WOULD_DENY");
  }

  private @Nullable Object framework(Mode mode, Object result) {
    GuardedTools tools = new GuardedTools();
    int number = tools.reserve(PassageTest.class.getClassLoader());
    tools.put(number, new Framework(guarded(mode, List.of(new Capitals()))));
    Pipeline pipeline = new Pipeline(tools);
    return pipeline.returned(pipeline.enter(number, this, new Object[0]), result);
  }

  /** Changes every text. */
  private static final class Capitals implements Stage {
    @Override
    public @Nullable Object after(ToolCall call, @Nullable Object result) {
      return result instanceof String text ? text.toUpperCase(Locale.ROOT) : result;
    }
  }

  /** A framework whose results are texts. */
  private record Framework(GuardedTool tool) implements Entry, Opening {
    @Override
    public Opening open(@Nullable Object self, @Nullable Object[] arguments) {
      return this;
    }

    @Override
    public Map<String, Object> caller(@Nullable Object[] arguments) {
      return Map.of();
    }

    @Override
    public Map<String, Object> caller() {
      return Map.of();
    }

    @Override
    public @Nullable Object[] values() {
      return new Object[0];
    }

    @Override
    public void pass() {}

    @Override
    public boolean continues(Opening other) {
      return false;
    }

    @Override
    public @Nullable Object shown(@Nullable Object result) {
      return (String) result;
    }

    @Override
    public @Nullable Object rebuilt(@Nullable Object result, @Nullable Object filtered) {
      if ("fragile".equals(result)) {
        throw new IllegalStateException("it cannot be made again");
      }
      return filtered;
    }

    @Override
    public @Nullable Object refused(RuntimeException refusal, boolean later) {
      throw refusal;
    }
  }

  private Passage passage(Mode mode) {
    return new Passage(guarded(mode, List.of()), null, new Object[0], new Frame());
  }

  @SuppressWarnings("NullAway") // it does not read the annotation of a nested type in a class file
  private GuardedTool guarded(Mode mode, List<Stage> stages) {
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
    return new GuardedTool(tool, mode, stages, log, null);
  }
}
