/**
 * What is written down about a call, and where: the shared ground of the audit log and of the
 * approvals that a person reads.
 *
 * <p>{@link io.agenttool.guard.evidence.Values} takes an application's object apart without running
 * the application's code. {@link io.agenttool.guard.evidence.Rendering} writes it for people:
 * redacted, then cut. {@link io.agenttool.guard.evidence.Fingerprint} digests it for machines:
 * whole, unambiguous, never shown. {@link io.agenttool.guard.evidence.OwnerOnly} makes the files.
 */
@NullMarked
package io.agenttool.guard.evidence;

import org.jspecify.annotations.NullMarked;
