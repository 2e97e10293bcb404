/**
 * Arguments: what reads like an injection is taken out, then commands, paths, texts and numbers are
 * held against the tool's policy.
 *
 * <p>The way through: {@link io.agenttool.guard.args.ArgsDefence} compiles the policy of a tool
 * into rules once; {@link io.agenttool.guard.args.ArgsStage} screens each argument with {@link
 * io.agenttool.guard.args.TextScreening} and puts the rules to each of its values. {@link
 * io.agenttool.guard.args.CommandRule} has {@link io.agenttool.guard.args.ShellParser} find every
 * simple command of a line and {@link io.agenttool.guard.args.ProgramCheck} hold each against
 * {@code programs.table}; {@link io.agenttool.guard.args.PathRule} follows paths with {@link
 * io.agenttool.guard.args.RealPath}.
 *
 * <p>Not promised: two calls of which one writes a script and the other runs it, and what build
 * tools, containers and other programs that the table does not have do with their own arguments;
 * against those there is {@code allow}. A file that is swapped between the check and its use. Text
 * in {@code byte[]}, in file and path objects, and in objects of the platform that are no
 * containers is not screened.
 */
@NullMarked
package io.agenttool.guard.args;

import org.jspecify.annotations.NullMarked;
