/**
 * Real applications in JVMs of their own under the packaged {@code guard.jar}, on every JDK of this
 * machine. What they may see is asserted on what they print, on what is there afterwards, and on
 * the audit log.
 */
@NullMarked
package io.agenttool.guard.it;

import org.jspecify.annotations.NullMarked;
