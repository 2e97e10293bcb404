package io.agenttool.guard.confirm;

import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.evidence.Fingerprint;
import io.agenttool.guard.evidence.OwnerOnly;
import io.agenttool.guard.evidence.Redaction;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds a call until a person has said yes to it, and to nothing else. */
final class ConfirmStage implements Stage {
  private static final long POLL_MILLIS = 100;
  private static final int MOST_PARTS = 1_000_000;

  private final ApprovalFolder folder;
  private final Redaction redaction;
  private final Duration timeout;
  private final Duration expiry;
  private final Clock clock;
  private final Consumer<String> notice;

  ConfirmStage(
      ApprovalFolder folder,
      Redaction redaction,
      Duration timeout,
      Duration expiry,
      Clock clock,
      Consumer<String> notice) {
    this.folder = folder;
    this.redaction = redaction;
    this.timeout = timeout;
    this.expiry = expiry;
    this.clock = clock;
    this.notice = notice;
  }

  @Override
  public Verdict observe(ToolCall call) {
    return Verdict.deny("confirm.required", "the call would need a person's approval");
  }

  @Override
  public Verdict before(ToolCall call) {
    if (Thread.currentThread().isInterrupted()) {
      return interrupted();
    }
    byte[] nonce = ApprovalFolder.newNonce();
    Fingerprint asked = fingerprint(call, nonce);
    if (!asked.complete()) {
      return Verdict.deny(
          "confirm.unreadable",
          "an argument holds a "
              + asked.unreadable()
              + ", whose content an approval cannot be bound to; pass plain data to this tool");
    }
    String id = ApprovalFolder.newId();
    try {
      byte @Nullable [] pending =
          PendingApproval.write(id, call, asked.sha256(), clock.instant(), redaction);
      if (pending == null) {
        return Verdict.deny(
            "confirm.unreadable",
            "the arguments are more than a person can be shown, and what cannot be seen cannot be"
                + " approved; split the call");
      }
      try {
        folder.put(id, pending);
        notice.accept(
            "a call of "
                + call.tool().name()
                + " waits for a person: java -jar guard.jar approvals approve "
                + id);
        Verdict verdict = answer(id, asked);
        return verdict == Verdict.proceed() ? unchanged(call, nonce, asked) : verdict;
      } finally {
        folder.remove(id);
      }
    } catch (IOException e) {
      return Verdict.deny(
          "confirm.failure", "the approval cannot be asked for: " + OwnerOnly.reason(e));
    }
  }

  private Verdict answer(String id, Fingerprint asked) {
    long deadline = System.nanoTime() + nanos(timeout);
    while (true) {
      try {
        Decision decision = folder.take(id);
        if (decision != null) {
          return verdict(decision, id, asked);
        }
        if (System.nanoTime() - deadline >= 0) {
          return Verdict.deny(
              "confirm.timeout", "nobody approved the call within " + timeout.toSeconds() + " s");
        }
        Thread.sleep(POLL_MILLIS);
      } catch (IOException e) {
        return forged();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return interrupted();
      }
    }
  }

  /** Durations of centuries are no more than one. */
  private static long nanos(Duration duration) {
    Duration century = Duration.ofDays(36_500);
    return (duration.compareTo(century) < 0 ? duration : century).toNanos();
  }

  private Verdict verdict(Decision decision, String id, Fingerprint asked) {
    if (!decision.id().equals(id) || !decision.digest().equals(asked.sha256())) {
      return forged();
    }
    if (!decision.approved()) {
      return Verdict.deny("confirm.rejected", "a person rejected the call" + because(decision));
    }
    Instant now = clock.instant();
    if (decision.at().plus(expiry).isBefore(now) || decision.at().minus(expiry).isAfter(now)) {
      return Verdict.deny("confirm.expired", "the approval of the call is too old to be used");
    }
    return Verdict.proceed();
  }

  private String because(Decision decision) {
    return decision.reason().isEmpty() ? "" : ": " + redaction.text(decision.reason());
  }

  /** The last look before the body: an argument may have changed while the person was thinking. */
  private static Verdict unchanged(ToolCall call, byte[] nonce, Fingerprint asked) {
    return fingerprint(call, nonce).equals(asked)
        ? Verdict.proceed()
        : Verdict.deny("confirm.changed", "the arguments changed after the approval was asked for");
  }

  /**
   * The nonce stays in this JVM, so that the digest in the file says nothing of the arguments that
   * are hidden there.
   */
  private static Fingerprint fingerprint(ToolCall call, byte[] nonce) {
    @Nullable Object[] bound = {nonce, call.tool().name(), call.tool().toString(), call.given()};
    return Fingerprint.of(bound, MOST_PARTS);
  }

  private static Verdict forged() {
    return Verdict.deny("confirm.forged", "the approval of the call is not genuine");
  }

  private static Verdict interrupted() {
    return Verdict.deny("confirm.interrupted", "the call was interrupted before it was approved");
  }
}
