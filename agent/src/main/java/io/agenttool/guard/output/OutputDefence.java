package io.agenttool.guard.output;

import io.agenttool.guard.call.Defence;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.settings.OutputPolicy;
import io.agenttool.guard.settings.SecretAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps secrets, and URLs outside of the allowed domains, from leaving in results. */
public final class OutputDefence implements Defence {
  private final Redactor redactor;

  /**
   * @param redactor knows the secrets; the same one that the audit log uses
   */
  public OutputDefence(Redactor redactor) {
    this.redactor = redactor;
  }

  @Override
  public String name() {
    return "output";
  }

  @Override
  public @Nullable Stage stageFor(Tool tool) {
    OutputPolicy policy = tool.policy().output();
    List<String> allowed = policy.allowedDomains();
    Domains domains = allowed == null ? null : new Domains(allowed);
    TextFilter found = new TextFilter(redactor.marking(marking(policy.secrets())), domains);
    TextFilter removed =
        policy.secrets() == SecretAction.WARN ? new TextFilter(Redactor.none(), domains) : found;
    return new OutputStage(found, removed, policy.secrets());
  }

  private static Marking marking(SecretAction action) {
    return switch (action) {
      case MASK -> Marking.MASK;
      case HASH -> Marking.HASH;
      case REDACT, DENY, WARN -> Marking.NAME;
    };
  }
}
