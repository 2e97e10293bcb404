/** Which methods are tools, how their bytecode changes, and the ledger of what was covered. */
@NullMarked
package io.agenttool.guard.weave;

import org.jspecify.annotations.NullMarked;
