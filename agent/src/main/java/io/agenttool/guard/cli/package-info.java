/** The commands of {@code java -jar guard.jar}. */
@NullMarked
package io.agenttool.guard.cli;

import org.jspecify.annotations.NullMarked;
