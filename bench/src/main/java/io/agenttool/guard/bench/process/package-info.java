/** What Guard adds to the start of a JVM. */
@NullMarked
package io.agenttool.guard.bench.process;

import org.jspecify.annotations.NullMarked;
