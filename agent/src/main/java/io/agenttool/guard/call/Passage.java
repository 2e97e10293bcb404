package io.agenttool.guard.call;

import io.agenttool.guard.call.Finding.Action;
import io.agenttool.guard.call.Outcome.Status;
import io.agenttool.guard.call.Verdict.Answer;
import io.agenttool.guard.call.Verdict.Deny;
import io.agenttool.guard.call.Verdict.Proceed;
import io.agenttool.guard.settings.Mode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call's way through the stages of its tool. What goes wrong on it is a denial. */
final class Passage {
  private final GuardedTool guarded;
  private final boolean monitor;
  private final ToolCall call;
  private final @Nullable Passage outer;
  private final @Nullable Opening opening;
  private boolean recorded;
  private @Nullable Deny unrecorded;
  private boolean over;
  private boolean joined;
  private boolean answered;
  private @Nullable Object answer;

  Passage(GuardedTool guarded, @Nullable Object self, @Nullable Object[] arguments, Frame frame) {
    this(guarded, self, arguments, frame, frame.caller, null);
  }

  /** A call that came by a framework's own way. */
  Passage(Opening opening, @Nullable Object self, Frame frame) {
    this(opening.tool(), self, opening.values(), frame, opening.caller(), opening);
  }

  private Passage(
      GuardedTool guarded,
      @Nullable Object self,
      @Nullable Object[] arguments,
      Frame frame,
      Map<String, Object> caller,
      @Nullable Opening opening) {
    this.guarded = guarded;
    this.monitor = guarded.mode() == Mode.MONITOR;
    // What a stage replaces in a copy does not reach the body.
    @Nullable Object[] seen = monitor ? arguments.clone() : arguments;
    this.outer = frame.current;
    this.call = new ToolCall(guarded.tool(), self, seen, frame.call(), caller);
    call.recordIn(guarded.journal());
    this.opening = opening;
  }

  /** The passage of the call whose body makes this one. */
  @Nullable Passage outer() {
    return outer;
  }

  /** How the call came; {@code null} for a method that is a tool itself. */
  @Nullable Opening opening() {
    return opening;
  }

  /** Skips the framework's method. */
  void answer(@Nullable Object value) {
    answered = true;
    answer = value;
    over = true;
  }

  /** Whether the call's end is recorded, and its answer final. */
  boolean over() {
    return over;
  }

  /** What is called. */
  GuardedTool guarded() {
    return guarded;
  }

  /** Takes in a further method that carries the call on; only ever one. */
  void join() {
    joined = true;
  }

  /** Whether it was taken in already. */
  boolean isJoined() {
    return joined;
  }

  ToolCall call() {
    return call;
  }

  boolean monitored() {
    return monitor;
  }

  /** Whether a stage gave the result, so that the body is skipped. */
  boolean answered() {
    return answered;
  }

  @Nullable Object answer() {
    return answer;
  }

  /** Asks the stages and records the intent; returns the refusal of a call that may not go on. */
  @Nullable RuntimeException begin() {
    Deny denial = recordIntent(decide());
    return denial == null ? null : refuse(denial);
  }

  /** Records a call that was denied before any stage was asked. */
  RuntimeException refuseAtOnce(Deny denial) {
    recordIntent(denial);
    return refuse(denial);
  }

  /** Records the denial; returns what the caller gets. */
  RuntimeException refuse(Deny denial) {
    recordOutcome(Status.DENIED, denial, null);
    return Refusal.of(call, denial);
  }

  private @Nullable Deny decide() {
    if (guarded.refusal() != null) {
      return guarded.refusal();
    }
    for (Stage stage : guarded.stages()) {
      Deny denial = ask(stage);
      if (denial != null && !monitor) {
        return denial;
      }
      if (denial != null) {
        call.note(new Finding(denial.rule(), "call", Action.WOULD_DENY, 1));
      }
      if (answered) {
        return null;
      }
    }
    return null;
  }

  private @Nullable Deny ask(Stage stage) {
    Verdict verdict;
    try {
      verdict = monitor ? stage.observe(call) : stage.before(call);
    } catch (Denied e) {
      return e.verdict();
    } catch (Throwable e) {
      return failure(stage, e);
    }
    if (verdict == Proceed.PROCEED) {
      return null;
    }
    if (verdict instanceof Answer given) {
      answered = true;
      answer = given.value();
      return null;
    }
    return verdict instanceof Deny deny
        ? deny
        : failure(stage, new NullPointerException("no verdict"));
  }

  /** Filters and records a result; returns what the caller gets, or throws the refusal. */
  @Nullable Object finish(@Nullable Object result) {
    Object shown = opening == null ? result : shown(opening, result);
    Object filtered = shown;
    Deny denial = null;
    for (Stage stage : guarded.stages()) {
      try {
        filtered = stage.after(call, filtered);
      } catch (Throwable e) {
        denial = withheld(stage, e, "result");
        if (denial != null) {
          throw refuse(denial);
        }
      }
    }
    Object handed = monitor || filtered == shown ? result : rebuilt(result, filtered);
    denial = recordOutcome(answered ? Status.ANSWERED : Status.RETURNED, null, filtered);
    if (denial != null) {
      throw Refusal.of(call, denial);
    }
    return handed;
  }

  private @Nullable Object shown(Opening opening, @Nullable Object result) {
    try {
      return opening.shown(result);
    } catch (Throwable e) {
      Deny denial = unreadable(e);
      if (!monitor) {
        throw refuse(denial);
      }
      call.note(new Finding(denial.rule(), "result", Action.WOULD_DENY, 1));
      return null;
    }
  }

  private @Nullable Object rebuilt(@Nullable Object result, @Nullable Object filtered) {
    try {
      return opening == null ? filtered : opening.rebuilt(result, filtered);
    } catch (Throwable e) {
      throw refuse(unreadable(e));
    }
  }

  private static Deny unreadable(Throwable e) {
    return e instanceof Denied denied
        ? denied.verdict()
        : new Deny("guard.failure", "its result cannot be read: " + describe(e));
  }

  /** Filters and records an exception; returns what the caller gets. */
  Throwable finishFailed(Throwable thrown) {
    Throwable filtered = thrown;
    for (Stage stage : guarded.stages()) {
      try {
        filtered = stage.failed(call, filtered);
      } catch (Throwable e) {
        Deny denial = withheld(stage, e, "exception");
        if (denial != null) {
          return refuse(denial);
        }
      }
    }
    Deny denial = recordOutcome(Status.THREW, null, filtered);
    if (denial != null) {
      return Refusal.of(call, denial);
    }
    return monitor ? thrown : filtered;
  }

  /** Records that the caller gave the result up before it was there. */
  void giveUp() {
    recordOutcome(Status.THREW, null, AwaitedFuture.givenUp());
  }

  private @Nullable Deny withheld(Stage stage, Throwable e, String what) {
    Deny denial = e instanceof Denied denied ? denied.verdict() : failure(stage, e);
    if (monitor) {
      call.note(new Finding(denial.rule(), what, Action.WOULD_DENY, 1));
      return null;
    }
    return denial;
  }

  private @Nullable Deny recordIntent(@Nullable Deny denial) {
    try {
      guarded.journal().intent(call, denial);
      return denial;
    } catch (Throwable e) {
      return unrecorded(denial, e);
    }
  }

  /**
   * Records the end of the call, once: what comes later can come to several subscribers. Where that
   * failed, none of them gets anything.
   */
  private synchronized @Nullable Deny recordOutcome(
      Status status, @Nullable Deny denial, @Nullable Object value) {
    if (recorded) {
      return denial == null ? unrecorded : denial;
    }
    recorded = true;
    try {
      long nanos = System.nanoTime() - call.started();
      guarded.journal().outcome(call, new Outcome(status, denial, value, nanos));
      return denial;
    } catch (Throwable e) {
      unrecorded = unrecorded(null, e);
      return denial == null ? unrecorded : denial;
    }
  }

  private @Nullable Deny unrecorded(@Nullable Deny denial, Throwable e) {
    if (denial != null || monitor) {
      return denial;
    }
    return new Deny("audit.unavailable", "the audit log cannot be written: " + describe(e));
  }

  private static Deny failure(Stage stage, Throwable e) {
    return new Deny("guard.failure", stage.getClass().getSimpleName() + " failed: " + describe(e));
  }

  /**
   * The kind of an exception; its message only where Guard wrote it, as others' may hold secrets.
   */
  private static String describe(Throwable e) {
    boolean own = e.getClass().getName().startsWith("io.agenttool.guard.");
    return own ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName();
  }
}
