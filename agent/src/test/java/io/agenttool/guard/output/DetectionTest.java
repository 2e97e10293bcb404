package io.agenttool.guard.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Recall and false alarms over the labelled corpora. With {@code -Dguard.detection.report=FILE} the
 * figures are written to that file.
 */
class DetectionTest {
  private final Redactor redactor = Redactor.standard();

  @Test
  void findsWhatIsSecretAndLeavesWhatIsNot() throws IOException {
    Figures tuned = new TunedCorpus().measure(redactor);
    Figures heldOut = HeldOutCorpus.first().measure(redactor);
    Figures redrawn = HeldOutCorpus.second().measure(redactor);
    String report = System.getProperty("guard.detection.report");
    if (report != null) {
      new DetectionReport(tuned, heldOut, redrawn).write(report);
      redrawn.missed.forEach(System.out::println);
      redrawn.alarming.forEach(System.out::println);
    }

    holds(tuned);
    holds(heldOut);
    holds(redrawn);
    assertThat(heldOut.ordinaryLines).isGreaterThan(100_000);
  }

  private static void holds(Figures figures) {
    assertThat(figures.secrets()).isGreaterThan(3000);
    assertThat(figures.negatives()).isGreaterThanOrEqualTo(100_000);
    assertThat(figures.found())
        .as("missed: %s", figures.missed)
        .isGreaterThanOrEqualTo(figures.secrets() * 99 / 100);
    assertThat(figures.alarms())
        .as("false alarms: %s", figures.alarming)
        .isLessThanOrEqualTo(figures.negatives() / 100_000);
  }
}
