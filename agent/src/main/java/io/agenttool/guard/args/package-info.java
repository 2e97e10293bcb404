/**
 * Arguments: what reads like an injection is taken out, then commands, paths, texts and numbers are
 * held against the tool's policy.
 */
@NullMarked
package io.agenttool.guard.args;

import org.jspecify.annotations.NullMarked;
