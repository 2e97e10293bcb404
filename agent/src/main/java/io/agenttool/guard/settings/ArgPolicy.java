package io.agenttool.guard.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an argument may be; the words of {@code io.agenttool.ToolArg}, each {@code null} where it
 * was not said.
 *
 * @param kind what its text is for
 * @param allow programs that may run
 * @param deny words that may not run
 * @param within folders that the path may lie in, as written
 * @param base the folder that the tool resolves relative paths against, as written
 * @param pattern RE2 pattern of the whole text
 * @param maxLength greatest length in UTF-16 units
 * @param oneOf the texts allowed
 * @param min least number
 * @param max greatest number
 */
public record ArgPolicy(
    @Nullable ArgKind kind,
    @Nullable List<String> allow,
    @Nullable List<String> deny,
    @Nullable List<String> within,
    @Nullable String base,
    @Nullable String pattern,
    @Nullable Integer maxLength,
    @Nullable List<String> oneOf,
    @Nullable Double min,
    @Nullable Double max) {

  /** Says nothing. */
  public static final ArgPolicy NONE =
      new ArgPolicy(null, null, null, null, null, null, null, null, null, null);

  /** This, with what it does not say taken from {@code other}. */
  public ArgPolicy orElse(ArgPolicy other) {
    return new ArgPolicy(
        kind != null ? kind : other.kind,
        allow != null ? allow : other.allow,
        deny != null ? deny : other.deny,
        within != null ? within : other.within,
        base != null ? base : other.base,
        pattern != null ? pattern : other.pattern,
        maxLength != null ? maxLength : other.maxLength,
        oneOf != null ? oneOf : other.oneOf,
        min != null ? min : other.min,
        max != null ? max : other.max);
  }
}
