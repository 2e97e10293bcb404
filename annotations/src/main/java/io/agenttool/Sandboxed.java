package io.agenttool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A tool whose argument is code to execute. Under the agent its body never runs: the code runs in a
 * container with no network, a read-only root, bounded memory, processes and time, and the
 * container's outcome is what the method returns. Where no container engine answers, the call is
 * denied.
 *
 * <p>The outcome takes the form of the method's return type: a {@code String} is the standard
 * output; a record, a bean or a {@code Map} gets {@code success}, {@code output}, {@code error} and
 * {@code exitCode}; a {@code CompletableFuture} of these is complete when the container has ended.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Sandboxed {

  /** The language of the code: {@code python}. */
  String language() default "python";

  /** The name of the parameter that holds the code; the only text parameter if empty. */
  String code() default "";
}
