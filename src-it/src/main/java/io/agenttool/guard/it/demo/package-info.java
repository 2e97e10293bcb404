/**
 * {@code mvn -q -Pdemo verify}: the sample application's story without and with Guard, in one
 * table.
 *
 * <p>{@code Demo} runs the application twice ({@code SampleRun}), with an {@code Operator} at the
 * command line of the guarded one, and reads what the application told ({@code Told}) and what
 * Guard wrote down ({@code AuditTrail}); a {@code Row} judges one step, {@code Table} prints them.
 */
@NullMarked
package io.agenttool.guard.it.demo;

import org.jspecify.annotations.NullMarked;
