/**
 * Code runs in a container instead of the tool's body.
 *
 * <p>The way through: {@link io.agenttool.guard.sandbox.SandboxDefence} finds the code among the
 * tool's arguments; {@code Sandbox} runs it in a container that {@code ContainerSpec} describes;
 * {@code ReturnForm} gives the {@code Execution} the form of the method's return type. Guard never
 * pulls an image, and where no engine answers the call is denied: the body runs in no case.
 *
 * <p>Every request to the engine has its own bound in time, so that an engine that hangs denies the
 * call and hangs nothing; docker-java's own time limits do not hold on Unix sockets. docker-java is
 * never let near its own configuration, which it would read from the guarded application's
 * environment.
 */
@NullMarked
package io.agenttool.guard.sandbox;

import org.jspecify.annotations.NullMarked;
