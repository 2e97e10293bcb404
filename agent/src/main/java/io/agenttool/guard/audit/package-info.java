/**
 * The tamper-evident log: one line of JSON before the body of a tool and one after it, each with
 * the hash of the line before and of itself.
 *
 * <p>The way through: {@link io.agenttool.guard.audit.AuditLog} is the {@link
 * io.agenttool.guard.call.Journal} of the calls; {@code CallRecord} says what a line tells, {@code
 * ChainedLine} how its bytes lie, {@code LogFile} how they get to the disk, whole or not at all,
 * {@code Checkpoint} where the log ended. {@code Tail} decides at the start whether the log that is
 * there may be continued; {@link io.agenttool.guard.audit.AuditVerifier} reads one from its first
 * line to its last.
 */
@NullMarked
package io.agenttool.guard.audit;

import org.jspecify.annotations.NullMarked;
