/**
 * Results: secrets become markers, and URLs outside the allowed domains and orders to the model go.
 *
 * <p>The way through: {@link io.agenttool.guard.output.OutputDefence} gives each tool an {@link
 * io.agenttool.guard.output.OutputStage}. It looks through the value first ({@link
 * io.agenttool.guard.output.Inspection}), changing nothing: all its texts together ({@link
 * io.agenttool.guard.output.TextBatch}), and one by one where there is something. Only where there
 * is something to take out is the value made again ({@link io.agenttool.guard.output.Rebuilding}).
 * How values of a class are looked into and made again is a {@link
 * io.agenttool.guard.output.Shape}, found in the table of {@link io.agenttool.guard.output.Shapes}.
 *
 * <p>A text goes through {@link io.agenttool.guard.output.Redactor} and {@link
 * io.agenttool.guard.output.Domains}. Secrets are rules, as data, in {@code secrets.yaml}: a {@link
 * io.agenttool.guard.output.KeywordFilter} finds their keywords, and a {@link
 * io.agenttool.guard.output.Recognizer} decides at each. {@link
 * io.agenttool.guard.output.UserRules} adds the user's, and a {@link
 * io.agenttool.guard.output.Treatment} says what happens to what each rule finds. What is read when
 * the call is over, such as a stream, is a {@link io.agenttool.guard.output.Consumption}.
 */
@NullMarked
package io.agenttool.guard.output;

import org.jspecify.annotations.NullMarked;
