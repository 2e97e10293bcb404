package io.agenttool.guard.output;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Refusal;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict.Deny;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a result that is read when the call is over: a stream, a future. What is found in it is
 * recorded at its end, under the call's id; where that must not leave, the part ends there with the
 * refusal, and so does every further read.
 */
final class Consumption implements Tally {
  private record Place(String rule, String where, Finding.Action action) {}

  private final OutputStage stage;
  private final ToolCall call;
  private final String where;
  private final Map<Place, Integer> found = new LinkedHashMap<>();
  private @Nullable RuntimeException refusal;

  /**
   * @param where what the part is called: {@code result.lines}
   */
  Consumption(OutputStage stage, ToolCall call, String where) {
    this.stage = stage;
    this.call = call;
    this.where = where;
  }

  /** What filters its texts. */
  TextFilter filter() {
    return stage.filter();
  }

  @Override
  public void found(String rule) {
    Finding.Action action = stage.action(rule);
    note(new Finding(rule, where, action, 1));
    if (action == Finding.Action.DENIED) {
      throw OutputStage.denial(rule, where);
    }
  }

  private synchronized void note(Finding finding) {
    Place place = new Place(finding.rule(), finding.where(), finding.action());
    found.merge(place, finding.count(), Integer::sum);
  }

  /** What the reader gets instead of a whole element; throws the refusal. */
  @Nullable Object element(@Nullable Object element) {
    return element == null
        ? null
        : checked(() -> stage.filtered(call, element, where, Object.class, this::note));
  }

  /** What the reader gets instead of a failure of the source. */
  Throwable failure(Throwable thrown) {
    try {
      Throwable clean = checked(() -> stage.thrown(call, thrown, where, this::note));
      end();
      return clean;
    } catch (RuntimeException refused) {
      return refused;
    }
  }

  /** Runs Guard's own {@code work} on the part: what goes wrong in it is a refusal. */
  <T extends @Nullable Object> T checked(Supplier<T> work) {
    if (refusal != null) {
      throw refusal;
    }
    try {
      return work.get();
    } catch (Denied e) {
      throw refuse(e.verdict());
    } catch (RuntimeException | StackOverflowError e) {
      throw refuse(
          new Deny("guard.failure", "the output filter failed: " + e.getClass().getSimpleName()));
    }
  }

  private RuntimeException refuse(Deny denial) {
    RuntimeException refused = Refusal.of(call, denial);
    refusal = refused;
    try {
      call.noteLater(taken(), denial);
    } catch (Denied unrecorded) {
      // It is withheld either way.
    }
    return refused;
  }

  /**
   * Nothing more is read: records what was found since the last time.
   *
   * @throws RuntimeException the refusal, where that cannot be recorded
   */
  void end() {
    List<Finding> findings = taken();
    if (refusal == null && !findings.isEmpty()) {
      try {
        call.noteLater(findings, null);
      } catch (Denied e) {
        refusal = Refusal.of(call, e.verdict());
        throw refusal;
      }
    }
  }

  private synchronized List<Finding> taken() {
    List<Finding> findings = new ArrayList<>();
    found.forEach(
        (place, count) ->
            findings.add(new Finding(place.rule(), place.where(), place.action(), count)));
    found.clear();
    return findings;
  }
}
