/** Code runs in a container instead of the tool's body. */
@NullMarked
package io.agenttool.guard.sandbox;

import org.jspecify.annotations.NullMarked;
