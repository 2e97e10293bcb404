/**
 * How fast text is looked through for secrets: by Guard's filter, by itself and not through a tool
 * call, and by other ways to look for the same rules.
 */
@NullMarked
package io.agenttool.guard.bench.filter;

import org.jspecify.annotations.NullMarked;
