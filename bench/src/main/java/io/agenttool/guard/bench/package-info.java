/**
 * What Guard costs. {@code Bench} measures what a user gets: JVMs started with {@code
 * -javaagent:guard.jar} and a policy file, beside JVMs without, calling the same tools.
 *
 * <p>The way through: {@code Guarded}, {@code Peers} and {@code Direct} are the tables of what is
 * measured, {@code Forks} runs one benchmark in a JVM of its own, {@code Report} puts the figures
 * together. No figure is written by hand, and none is asserted on.
 */
@NullMarked
package io.agenttool.guard.bench;

import org.jspecify.annotations.NullMarked;
