package io.agenttool.guard.call;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One call of a tool. Belongs to the thread that makes the call until the result is handed on. */
public final class ToolCall {
  private final Tool tool;
  private final @Nullable Object self;
  private final @Nullable Object[] arguments;
  private final @Nullable ToolCall parent;
  private final long started = System.nanoTime();
  private long id;
  private List<Finding> findings = List.of();
  private @Nullable Journal journal;

  /**
   * @param tool what is called
   * @param self what it is called on, {@code null} for a static method
   * @param arguments its arguments, boxed; the array is the woven method's own: what is put into it
   *     is what the body gets
   * @param parent the call whose body makes this one
   */
  public ToolCall(
      Tool tool, @Nullable Object self, @Nullable Object[] arguments, @Nullable ToolCall parent) {
    this.tool = tool;
    this.self = self;
    this.arguments = arguments;
    this.parent = parent;
  }

  /** What is called. */
  public Tool tool() {
    return tool;
  }

  /** What it is called on, {@code null} for a static method. */
  public @Nullable Object self() {
    return self;
  }

  /** Its arguments, boxed. What a stage puts into this array is what the body gets. */
  public @Nullable Object[] arguments() {
    return arguments;
  }

  /** The call whose body makes this one, {@code null} for none. */
  public @Nullable ToolCall parent() {
    return parent;
  }

  /** {@link System#nanoTime} at the call's beginning. */
  public long started() {
    return started;
  }

  /** The call's id in the audit log: 16 hexadecimal digits, random, made when first asked for. */
  public String id() {
    while (id == 0) {
      id = ThreadLocalRandom.current().nextLong();
    }
    return HexFormat.of().toHexDigits(id);
  }

  /** Adds to what the audit log will say of this call. */
  public void note(Finding finding) {
    if (findings.isEmpty()) {
      findings = new ArrayList<>(4);
    }
    findings.add(finding);
  }

  /** Where what is seen after the call's end is recorded. */
  void recordIn(Journal where) {
    journal = where;
  }

  /**
   * Says what was seen in a part of the result that was read when the call was over.
   *
   * @param denial why the rest of it is withheld; {@code null} where it is not
   * @throws Denied where that cannot be recorded
   */
  public void noteLater(List<Finding> seen, Verdict.@Nullable Deny denial) {
    if (journal != null) {
      journal.later(this, seen, denial);
    } else {
      seen.forEach(this::note);
    }
  }

  /** What the stages have seen so far, in order. */
  public List<Finding> findings() {
    return findings;
  }
}
