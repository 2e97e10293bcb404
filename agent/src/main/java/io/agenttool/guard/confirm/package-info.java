/**
 * Calls that destroy something wait for a person's approval, bound to the tool and its exact
 * arguments.
 */
@NullMarked
package io.agenttool.guard.confirm;

import org.jspecify.annotations.NullMarked;
