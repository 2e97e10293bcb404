/**
 * What the forks run: tools, and benchmarks that call them. One source for both forks; what is
 * guarded is the JVM.
 */
@NullMarked
package io.agenttool.guard.bench.calls;

import org.jspecify.annotations.NullMarked;
