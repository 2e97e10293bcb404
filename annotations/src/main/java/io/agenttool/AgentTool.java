package io.agenttool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that a language model may call. Under {@code -javaagent:guard.jar} every call of it is
 * checked, filtered and audited; without the agent the annotation does nothing.
 *
 * <p>Any visibility, static or final. On a method of an interface or a superclass it holds for
 * every method that implements or overrides it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AgentTool {

  /**
   * The name under which the policy file and the audit log know the tool; the method's if empty.
   */
  String name() default "";

  /** What the tool does, for the reader of an approval or of the audit log. */
  String description() default "";

  /**
   * Whether a call destroys something: then each call waits for a person's approval (the meaning of
   * {@code destructiveHint} in the Model Context Protocol).
   */
  boolean destructive() default false;
}
