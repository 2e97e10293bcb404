package io.agenttool.guard.call;

/** Thrown by a stage that withholds a result; a denial from a place that returns no verdict. */
public final class Denied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Verdict.Deny verdict;

  /** See {@link Verdict#deny}. */
  public Denied(String rule, String reason) {
    super(reason, null, false, false);
    this.verdict = new Verdict.Deny(rule, reason);
  }

  /** What the stage would have returned. */
  public Verdict.Deny verdict() {
    return verdict;
  }
}
