package io.agenttool;

/**
 * A call of a tool that Guard refused. Its message may be shown to the model: it says what was
 * refused and what would be right, and holds no secret.
 *
 * <p>It is unchecked, as the frameworks that call tools hand unchecked exceptions to the model and
 * abort on others; and a {@link SecurityException}, so that an application without this jar can
 * catch the same refusal.
 */
public final class ToolDeniedException extends SecurityException {
  private static final long serialVersionUID = 1L;

  /** The tool that was called. */
  private final String tool;

  /** The rule that refused. */
  private final String rule;

  /** The call's id in the audit log. */
  private final String callId;

  /**
   * Made by the agent.
   *
   * @param message what was refused and what would be right
   * @param tool the tool's name
   * @param rule the rule that refused, such as {@code args.command.deny}
   * @param callId the call's id in the audit log
   */
  public ToolDeniedException(String message, String tool, String rule, String callId) {
    super(message);
    this.tool = tool;
    this.rule = rule;
    this.callId = callId;
  }

  /** The name of the tool that was called. */
  public String tool() {
    return tool;
  }

  /** The rule that refused, such as {@code args.command.deny}. */
  public String rule() {
    return rule;
  }

  /** The call's id, under which the audit log holds the details. */
  public String callId() {
    return callId;
  }

  /**
   * Walks no stack: a model that insists can have thousands of calls refused, and full traces of
   * them have exhausted heaps. Whoever throws sets a short one.
   */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
