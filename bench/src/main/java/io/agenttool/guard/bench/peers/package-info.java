/** Other ways to do a part of what Guard does, on the same inputs and in the same run. */
@NullMarked
package io.agenttool.guard.bench.peers;

import org.jspecify.annotations.NullMarked;
