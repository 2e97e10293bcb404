/**
 * The commands of {@code java -jar guard.jar}. {@link io.agenttool.guard.cli.Main} runs one and
 * gives the exit code: 0 good, 1 something was found, 2 the command cannot be run as it was given.
 */
@NullMarked
package io.agenttool.guard.cli;

import org.jspecify.annotations.NullMarked;
