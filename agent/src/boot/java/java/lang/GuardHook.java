package java.lang;

/**
 * What a woven tool method talks to: Guard, behind its own class loader. Known to the whole JVM, as
 * {@link GuardDispatch} is; it has this one implementation.
 */
public interface GuardHook {

  /**
   * Called before the body of a tool.
   *
   * @param tool the tool's number, given when it was woven
   * @param self the object it was called on, {@code null} for a static method
   * @param arguments its arguments, boxed; elements may be replaced
   * @return the call, to be handed back at its end; never {@code null}
   * @throws SecurityException where the call is denied: the body does not run
   */
  Object enter(int tool, Object self, Object[] arguments);

  /** Whether Guard has the result already, so that the body is skipped. */
  boolean answered(Object call);

  /**
   * Called with what the body returned, {@code null} for {@code void} or where it was skipped.
   *
   * @return what the caller of the tool is to get
   * @throws SecurityException where the result is withheld
   */
  Object returned(Object call, Object result);

  /** Called with what the body threw; returns what the caller of the tool is to get. */
  Throwable failed(Object call, Throwable thrown);

  /**
   * The refusal of a tool that could not be woven.
   *
   * @param tool the tool's number
   */
  RuntimeException refusal(int tool);
}
