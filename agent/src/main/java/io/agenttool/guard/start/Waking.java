package io.agenttool.guard.start;

import io.agenttool.guard.args.ArgsDefence;
import io.agenttool.guard.audit.AuditLog;
import io.agenttool.guard.call.Defence;
import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Journal;
import io.agenttool.guard.call.Outcome;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.call.Verdict.Deny;
import io.agenttool.guard.confirm.ConfirmDefence;
import io.agenttool.guard.output.OutputDefence;
import io.agenttool.guard.output.Redactor;
import io.agenttool.guard.sandbox.SandboxDefence;
import io.agenttool.guard.screen.Screen;
import io.agenttool.guard.settings.MatchRule;
import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import io.agenttool.guard.weave.Governing;
import io.agenttool.guard.weave.MethodRules;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the first class with tools is loaded: the audit log is opened and the lines of
 * defence are made. Where that fails, every tool is refused with the reason, and the application
 * goes on.
 */
final class Waking implements Supplier<Governing> {
  private final Settings settings;
  private final File dir;
  private final MethodRules rules;

  /**
   * @param dir {@code guard.dir}
   * @param rules the policy's for methods that nobody annotated
   */
  Waking(Settings settings, File dir, MethodRules rules) {
    this.rules = rules;
    this.settings = settings;
    this.dir = dir;
  }

  /** Makes all that tools need. */
  @Override
  public Governing get() {
    Redactor redactor;
    AuditLog audit;
    String rule = "policy.invalid";
    try {
      redactor = Redactor.of(settings, System.getenv(), systemProperties());
      rule = "audit.unavailable";
      audit =
          new AuditLog(
              dir, redactor::redact, settings.get(Options.AUDIT_FSYNC), settings.get(Options.MODE));
    } catch (SettingsException e) {
      Voice.say("every tool is denied: " + e.getMessage());
      Deny refusal = new Deny(rule, String.valueOf(e.getMessage()));
      return new Governor(settings, List.of(), new NoJournal(), new Ledger(this::drop), refusal);
    }
    Ledger ledger = new Ledger(fields -> record(audit, "tool", fields));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(audit, ledger), "guard-end"));
    List<Defence> defences = defences(redactor);
    practise(defences, audit);
    return new Governor(settings, defences, audit, ledger, null);
  }

  private void practise(List<Defence> defences, AuditLog audit) {
    try {
      Practice.run(settings, defences, audit.rehearsal());
    } catch (RuntimeException | LinkageError e) {
      // Whatever it is denies the tools' own calls too, each with its reason.
      Voice.say("a call for practice failed: " + e);
    }
  }

  private static Map<String, String> systemProperties() {
    Map<String, String> texts = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      texts.put(name, System.getProperty(name, ""));
    }
    return texts;
  }

  /** In the order in which they are asked. */
  private List<Defence> defences(Redactor redactor) {
    Screen screen = Screen.standard();
    return List.of(
        new ArgsDefence(screen, Path.of("").toAbsolutePath()),
        new ConfirmDefence(
            dir,
            redactor::redact,
            settings.get(Options.CONFIRM_TIMEOUT),
            settings.get(Options.CONFIRM_EXPIRY),
            Clock.systemUTC(),
            Voice::say),
        new SandboxDefence(settings),
        new OutputDefence(redactor, screen));
  }

  private void drop(Map<String, Object> entry) {
    // There is no log to put it in; that was said when the log could not be opened.
  }

  private static void record(AuditLog audit, String name, Map<String, Object> fields) {
    try {
      audit.event(name, fields);
    } catch (Denied e) {
      Voice.say(e.verdict().reason());
    }
  }

  private void end(AuditLog audit, Ledger ledger) {
    settings
        .toolsNamed()
        .forEach(
            (name, where) -> {
              if (!ledger.hasSeen(name)) {
                String what = where + ": no class declared a tool named " + name;
                Voice.say(what);
                record(audit, "unmatched", Map.of("tool", name, "where", where));
              }
            });
    for (MatchRule rule : rules.unmatched()) {
      String method = rule.method().toString();
      record(audit, "unmatched", Map.of("method", method, "where", rule.where()));
    }
    audit.close();
  }

  /** For tools that are refused because there is no audit log. */
  private static final class NoJournal implements Journal {
    @Override
    public void intent(ToolCall call, Verdict.@Nullable Deny denial) {}

    @Override
    public void outcome(ToolCall call, Outcome outcome) {}

    @Override
    public void later(ToolCall call, List<Finding> seen, Verdict.@Nullable Deny denial) {}
  }
}
