package io.agenttool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an argument of a tool may be. The policy file has the same words and the last say: where it
 * names a word for this argument, the annotation's is not used.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface ToolArg {

  /** What an argument's text is for. */
  enum Kind {
    /** Text with no further meaning to Guard. */
    TEXT,
    /** A command line for a POSIX shell (IEEE Std 1003.1, Shell Command Language). */
    COMMAND,
    /** The path of a file or a folder on this machine. */
    PATH
  }

  /** The argument's name in the policy file and the audit log; the parameter's if empty. */
  String name() default "";

  /** What the argument's text is for. */
  Kind kind() default Kind.TEXT;

  /** {@link Kind#COMMAND}: the programs that may run; any that is not denied if empty. */
  String[] allow() default {};

  /**
   * {@link Kind#COMMAND}: words of programs and options that may not run, such as {@code "git
   * push"}; on top of those that Guard always denies.
   */
  String[] deny() default {};

  /** {@link Kind#PATH}: the folders that the path may lie in. */
  String[] within() default {};

  /**
   * {@link Kind#PATH}: the folder that the tool resolves a relative path against; the JVM's working
   * directory if empty.
   */
  String base() default "";

  /** A regular expression in RE2 syntax that the whole text must match; any text if empty. */
  String pattern() default "";

  /** The greatest length of the text in UTF-16 units; no limit if negative. */
  int maxLength() default -1;

  /** The texts of which the argument must be one; any if empty. */
  String[] oneOf() default {};

  /** The least number allowed; no limit if not a number. */
  double min() default Double.NaN;

  /** The greatest number allowed; no limit if not a number. */
  double max() default Double.NaN;
}
