package io.agenttool.guard.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.agenttool.guard.it.demo.AuditTrail.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final Entry DENIED = new Entry("denied", "args.command.deny", "no", Set.of());
  private static final Entry NO_ENGINE =
      new Entry("denied", "sandbox.engine", "start one", Set.of());

  @Test
  void anAttackThatGuardStoppedIsAsItShouldBe() {
    assertThat(row("attack", true, false, DENIED).isAsItShouldBe()).isTrue();
  }

  @Test
  void anAttackThatSucceededUnderGuardIsNot() {
    assertThat(row("attack", true, true, DENIED).isAsItShouldBe()).isFalse();
  }

  @Test
  void anAttackThatNobodyStoppedButFailedIsNot() {
    assertThat(row("attack", true, false, Entry.NONE).isAsItShouldBe()).isFalse();
  }

  @Test
  void anAttackThatDoesNotSucceedWithoutGuardShowsNothing() {
    assertThat(row("attack", false, false, DENIED).isAsItShouldBe()).isFalse();
  }

  @Test
  void anAttackThatTheMachineLacksAProgramForNeedsOnlyToBeStopped() {
    Row row =
        new Row(told("attack", false, List.of("curl")), told("attack", false, List.of()), DENIED);

    assertThat(row.isAsItShouldBe()).isTrue();
    assertThat(row.without()).isEqualTo("no curl");
  }

  @Test
  void anHonestCallMustWorkInBoth() {
    assertThat(row("honest", true, true, Entry.NONE).isAsItShouldBe()).isTrue();
    assertThat(row("honest", true, false, DENIED).isAsItShouldBe()).isFalse();
    assertThat(row("honest", false, true, Entry.NONE).isAsItShouldBe()).isFalse();
  }

  @Test
  void anHonestCallMayBeRefusedWhereThereIsNoContainerEngine() {
    Row row = row("honest", true, false, NO_ENGINE);

    assertThat(row.isAsItShouldBe()).isTrue();
    assertThat(row.with()).isEqualTo("refused");
  }

  private static Row row(String kind, boolean bare, boolean guarded, Entry audit) {
    return new Row(told(kind, bare, List.of()), told(kind, guarded, List.of()), audit);
  }

  private static Told told(String kind, boolean happened, List<String> missing) {
    return new Told("id", kind, "does it", "tool", Map.of(), missing, happened, "done", "seen");
  }
}
