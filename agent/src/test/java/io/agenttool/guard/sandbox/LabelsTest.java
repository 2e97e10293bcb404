package io.agenttool.guard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private final Instant now = Instant.now();
  private final Map<String, String> labels =
      new HashMap<>(Labels.ofThisJvm(Policies.STANDARD, now));

  @Test
  void aLivingJvmsContainerIsNoOrphan() {
    assertThat(Labels.isOrphan(labels, now)).isFalse();
  }

  @Test
  void aDeadJvmsContainerIsOne() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    labels.put("io.agenttool.guard.pid", Long.toString(dead.pid()));

    assertThat(Labels.isOrphan(labels, now)).isTrue();
  }

  @Test
  void aProcessThatTookTheNumberOfADeadJvmDoesNotHideIt() {
    labels.put(
        "io.agenttool.guard.started", Long.toString(now.minusSeconds(86_400).toEpochMilli()));

    assertThat(Labels.isOrphan(labels, now)).isTrue();
  }

  @Test
  void theProcessIdsOfAnotherMachineOrContainerMeanNothingHere() {
    labels.put("io.agenttool.guard.pid", "999999999");
    labels.put("io.agenttool.guard.scope", "elsewhere");

    assertThat(Labels.isOrphan(labels, now)).isFalse();
  }

  @Test
  void whateverIsLongPastItsEndIsOne() {
    labels.put("io.agenttool.guard.scope", "elsewhere");

    assertThat(Labels.isOrphan(labels, now.plus(Duration.ofHours(1)))).isTrue();
  }

  @Test
  void aContainerOfSomebodyElseIsNone() {
    assertThat(Labels.isOrphan(null, now)).isFalse();
    assertThat(Labels.isOrphan(Map.of("io.agenttool.guard.pid", "999999999"), now)).isFalse();
  }
}
