/**
 * The one class of Guard that the application's class path sees. What happens, in order:
 *
 * <ol>
 *   <li>{@link io.agenttool.guard.GuardAgent} is found by the JVM and makes the loader of all else.
 *   <li>{@code start} reads the {@code settings}, defines the dispatcher of {@code boot} into
 *       {@code java.lang}, and adds the transformer.
 *   <li>{@code weave} scans each class that loads; the first with a tool wakes the rest: {@code
 *       audit}, the lines of defence ({@code args}, {@code confirm}, {@code sandbox}, {@code
 *       output}), and the canary.
 *   <li>{@code call} runs those lines around each call of a tool.
 *   <li>{@code cli} is the same jar as a command.
 * </ol>
 */
package io.agenttool.guard;
