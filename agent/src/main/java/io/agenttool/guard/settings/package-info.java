/**
 * What the user asked for: every setting once, in {@link io.agenttool.guard.settings.Options}, with
 * its name, type, default and documentation; the policy file; and, for one tool, all of it in one
 * immutable {@link io.agenttool.guard.settings.ToolPolicy}.
 *
 * <p>{@code -Dguard.x.y}, the environment's {@code GUARD_X_Y}, the agent argument {@code x.y=} and
 * the path {@code x: y:} of the policy file are the same setting, and win in that order over the
 * annotations in the source. Whatever is unknown or unreadable is a {@link
 * io.agenttool.guard.settings.SettingsException} that says what, where and what would be right.
 */
@NullMarked
package io.agenttool.guard.settings;

import org.jspecify.annotations.NullMarked;
