/** The tamper-evident log: records, chain, writer, verifier. */
@NullMarked
package io.agenttool.guard.audit;

import org.jspecify.annotations.NullMarked;
