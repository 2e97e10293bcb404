/**
 * What the user asked for: every setting once, in {@link io.agenttool.guard.settings.Options}, with
 * its name, type, default and documentation; the policy file; and, for one tool, all of it in one
 * immutable {@link io.agenttool.guard.settings.ToolPolicy}.
 *
 * <p>{@code -Dguard.x.y}, the environment's {@code GUARD_X_Y}, the agent argument {@code x.y=} and
 * the path {@code x: y:} of the policy file are the same setting, and win in that order over the
 * annotations in the source. Whatever is unknown or unreadable is a {@link
 * io.agenttool.guard.settings.SettingsException} that says what, where and what would be right.
 *
 * <p>The way through: {@link io.agenttool.guard.settings.Settings#load} takes {@link
 * io.agenttool.guard.settings.Sources}, reads their texts (SettingTexts, AgentArgument) and, where
 * one names a policy file, that: characters (PolicyText), nodes with places (PolicyYaml, Node),
 * sections held against the tables of their keys (Section, ToolKeys), entries (PolicyFile). When a
 * tool is woven, {@link io.agenttool.guard.settings.Settings#policyFor} puts together what was said
 * of it (PolicyMerge, ArgCheck).
 *
 * <p>All of it runs before the application's {@code main}: no logging, no {@code java.nio.file},
 * and without a policy file no lambda, no regular expression and no library either.
 */
@NullMarked
package io.agenttool.guard.settings;

import org.jspecify.annotations.NullMarked;
