/** The composition root: settings, stages, weaving, canary. The one place that knows everyone. */
@NullMarked
package io.agenttool.guard.start;

import org.jspecify.annotations.NullMarked;
