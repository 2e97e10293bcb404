package io.agenttool.guard.settings;

import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code match:} in the policy file: methods that are tools though nobody annotated
 * them.
 *
 * @param method which
 * @param tool the tool's name; {@code null} for the method's own
 * @param where where the entry stands: {@code guard.yaml:12:5}
 */
public record MatchRule(MethodPattern method, @Nullable String tool, String where) {}
