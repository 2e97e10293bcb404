/**
 * What text may not say to a model: the phrases of prompt injection, for arguments and results
 * alike.
 */
@NullMarked
package io.agenttool.guard.screen;

import org.jspecify.annotations.NullMarked;
