/** Results: secrets become markers, and URLs outside the allowed domains go. */
@NullMarked
package io.agenttool.guard.output;

import org.jspecify.annotations.NullMarked;
