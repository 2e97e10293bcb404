/**
 * The frameworks' own ways into their tools: how a call is read there, and what a refusal looks
 * like. For tools that no annotation declares.
 */
@NullMarked
package io.agenttool.guard.entry;

import org.jspecify.annotations.NullMarked;
