package io.agenttool.guard.audit;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Journal;
import io.agenttool.guard.call.Outcome;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.evidence.OwnerOnly;
import io.agenttool.guard.evidence.Redaction;
import io.agenttool.guard.settings.Mode;
import io.agenttool.guard.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The audit log of this JVM, {@code audit.jsonl} in {@code guard.dir}. Whoever returns from {@link
 * #intent} or {@link #outcome} has a whole line in the log; a line that cannot be written is a
 * {@link Denied}, and the log is as it was.
 *
 * <p>What a line survives: the end of the JVM, however it ends; with {@code guard.audit.fsync} the
 * end of the machine. What it does not show: a log and a checkpoint that somebody with the rights
 * of this JVM's user wrote anew from the first line.
 */
public final class AuditLog implements Journal, AutoCloseable {
  /** The name of the log's file in its folder. */
  public static final String FILE = "audit.jsonl";

  private final FolderLock lock;
  private final LogFile file;
  private final CallRecord records;

  /**
   * Opens the log, or makes one; its first line says that this JVM started.
   *
   * @param folder {@code guard.dir}; made where there is none, for its owner only
   * @param redact gives a text with its secrets replaced
   * @param fsync whether each line is on the disk before the call goes on
   * @param mode whether denials bind
   * @throws SettingsException where the folder cannot be used, another JVM uses it, or the log in
   *     it does not end as it was left
   */
  public AuditLog(File folder, UnaryOperator<String> redact, boolean fsync, Mode mode) {
    OpenedLog opened = OpenedLog.open(OwnerOnly.folder("guard.dir", folder), fsync);
    this.lock = opened.lock();
    this.file = opened.file();
    this.records = new CallRecord(new Redaction(redact), mode);
    Map<String, Object> start = new LinkedHashMap<>();
    start.put("pid", ProcessHandle.current().pid());
    start.put("java", Runtime.version().toString());
    start.put("mode", mode);
    start.put("fsync", fsync);
    try {
      append(records.event("start", null, start));
      if (opened.tornFile() != null) {
        event("torn-line", Map.of("moved-to", opened.tornFile()));
      }
    } catch (Denied e) {
      close();
      throw new SettingsException("guard.dir", e.verdict().reason());
    }
  }

  @Override
  public void intent(ToolCall call, Verdict.@Nullable Deny denial) {
    append(records.intent(call, denial));
  }

  @Override
  public void outcome(ToolCall call, Outcome outcome) {
    append(records.outcome(call, outcome));
  }

  @Override
  public void later(ToolCall call, List<Finding> seen, Verdict.@Nullable Deny denial) {
    append(records.later(call, seen, denial));
  }

  /** Makes the lines that this would, and keeps none of them. */
  public Journal rehearsal() {
    return new Rehearsal(records);
  }

  private record Rehearsal(CallRecord records) implements Journal {
    @Override
    public void intent(ToolCall call, Verdict.@Nullable Deny denial) {
      records.intent(call, denial);
    }

    @Override
    public void outcome(ToolCall call, Outcome outcome) {
      records.outcome(call, outcome);
    }

    @Override
    public void later(ToolCall call, List<Finding> seen, Verdict.@Nullable Deny denial) {
      records.later(call, seen, denial);
    }
  }

  /**
   * Records something that is not a call: what was woven, a warning.
   *
   * @param name what it is, such as {@code ledger}
   * @param fields what there is to say of it, redacted as arguments are
   */
  public void event(String name, Map<String, ?> fields) {
    append(records.event("event", name, fields));
  }

  private void append(CallRecord.Body body) {
    try {
      file.append(body.bytes(), body.size());
    } catch (IOException e) {
      throw new Denied(
          "audit.write",
          "the audit log cannot be written ("
              + OwnerOnly.reason(e)
              + "), and what cannot be recorded does not run");
    }
  }

  /** Closes the log: whatever comes after is denied. */
  @Override
  public void close() {
    try (lock;
        file) {
      // both, in this order from the right
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
