package io.agenttool.guard.output;

import io.agenttool.guard.call.Defence;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.screen.Screen;
import io.agenttool.guard.settings.InjectionAction;
import io.agenttool.guard.settings.OutputPolicy;
import io.agenttool.guard.settings.SecretAction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets, URLs outside of the allowed domains, and orders to the model from leaving in
 * results.
 */
public final class OutputDefence implements Defence {
  private final Redactor redactor;
  private final Screen screen;

  /** Rules compiled for one treatment, which most tools share. */
  private final Map<Treatment, Redactors> compiled = new ConcurrentHashMap<>();

  /**
   * @param taken what is taken out
   * @param watched what is left and recorded; {@code null} for nothing
   */
  private record Redactors(Redactor taken, @Nullable Redactor watched) {}

  /**
   * @param redactor knows the secrets; the same one that the audit log uses
   * @param screen knows what reads like an order to the model; the same one that arguments pass
   */
  public OutputDefence(Redactor redactor, Screen screen) {
    this.redactor = redactor;
    this.screen = screen;
  }

  @Override
  public String name() {
    return "output";
  }

  @Override
  public @Nullable Stage stageFor(Tool tool) {
    OutputPolicy policy = tool.policy().output();
    List<String> allowed = policy.allowedDomains();
    Treatment treatment = new Treatment(policy.secrets(), policy.actions());
    Redactors redactors = compiled.computeIfAbsent(treatment, this::compile);
    TextFilter filter =
        new TextFilter(
            redactors.taken(),
            redactors.watched(),
            allowed == null ? null : new Domains(allowed),
            new Screening(screen, policy.injection() == InjectionAction.REPLACE));
    return new OutputStage(filter, treatment, policy.injection());
  }

  private Redactors compile(Treatment treatment) {
    Redactor taken =
        redactor.treating(
            treatment, action -> action != SecretAction.WARN && action != SecretAction.OFF);
    Redactor watched = redactor.treating(treatment, action -> action == SecretAction.WARN);
    return new Redactors(taken, watched.isIdle() ? null : watched);
  }
}
