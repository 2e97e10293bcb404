/**
 * Calls that destroy something wait for a person's approval, bound to the tool and its exact
 * arguments.
 *
 * <p>The way through: {@link io.agenttool.guard.confirm.ConfirmDefence} makes a stage for each tool
 * that needs approvals; its call puts a {@link io.agenttool.guard.confirm.PendingApproval} into the
 * {@link io.agenttool.guard.confirm.ApprovalFolder} and waits there for the {@code Decision} that a
 * person makes with {@code java -jar guard.jar approvals}.
 *
 * <p>What is protected: both files carry a MAC under a key that lies outside their folder, so a
 * tool that can be led to write files there can neither approve its own call nor show the person
 * other arguments than those that will be used. What is not: code that runs as the same user can
 * read that key; only the tool's own limits, or a container, keep it from doing so. And an object
 * that is changed by another thread after the last look at it, while the body runs, is out of reach
 * of any check before the body.
 */
@NullMarked
package io.agenttool.guard.confirm;

import org.jspecify.annotations.NullMarked;
