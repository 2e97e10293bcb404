/**
 * One call of a tool, from the woven method's first instruction to what its caller gets.
 *
 * <p>The way through: {@link io.agenttool.guard.call.Pipeline} is what the dispatcher in {@code
 * java.lang} leads to. It makes a {@link io.agenttool.guard.call.ToolCall}, runs the {@link
 * io.agenttool.guard.call.Stage}s that were compiled for the {@link io.agenttool.guard.call.Tool},
 * tells the {@link io.agenttool.guard.call.Journal} before and after the body, and turns a {@link
 * io.agenttool.guard.call.Verdict} of denial into the exception that the application sees.
 *
 * <p>Nothing here knows what a stage checks, and no stage knows another.
 */
@NullMarked
package io.agenttool.guard.call;

import org.jspecify.annotations.NullMarked;
