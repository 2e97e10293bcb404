package io.agenttool.guard.confirm;

import io.agenttool.guard.call.Defence;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.evidence.OwnerOnly;
import io.agenttool.guard.evidence.Redaction;
import io.agenttool.guard.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes each call of a tool whose policy says {@code confirm} wait for a person's approval. */
public final class ConfirmDefence implements Defence {
  private final File guardDir;
  private final Redaction redaction;
  private final Duration timeout;
  private final Duration expiry;
  private final Clock clock;
  private final Consumer<String> notice;
  private @Nullable ApprovalFolder folder;

  /**
   * Touches no file: the folder is made with the first tool that needs it.
   *
   * @param guardDir {@code guard.dir}
   * @param redact gives a text with its secrets replaced, for what the person sees
   * @param timeout how long a call waits
   * @param expiry how old an approval may be when it is used
   * @param clock what approvals are dated by
   * @param notice told, in one line, of each call that begins to wait
   */
  public ConfirmDefence(
      File guardDir,
      UnaryOperator<String> redact,
      Duration timeout,
      Duration expiry,
      Clock clock,
      Consumer<String> notice) {
    this.guardDir = guardDir;
    this.redaction = new Redaction(redact);
    this.timeout = timeout;
    this.expiry = expiry;
    this.clock = clock;
    this.notice = notice;
  }

  @Override
  public String name() {
    return "confirm";
  }

  @Override
  public @Nullable Stage stageFor(Tool tool) {
    return tool.policy().confirm()
        ? new ConfirmStage(folder(), redaction, timeout, expiry, clock, notice)
        : null;
  }

  private synchronized ApprovalFolder folder() {
    if (folder == null) {
      ApprovalFolder made = ApprovalFolder.make(guardDir);
      try {
        made.sweep();
      } catch (IOException e) {
        throw new SettingsException(
            "guard.dir", "the approvals in it cannot be read: " + OwnerOnly.reason(e));
      }
      folder = made;
    }
    return folder;
  }
}
