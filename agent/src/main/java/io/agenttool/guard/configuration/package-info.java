/**
 * The application's own configuration, read for its secrets: names and values, of the kinds of file
 * that applications keep them in.
 *
 * <p>{@link io.agenttool.guard.configuration.Configuration} finds the bytes, in files, in entries
 * of jars and in folders of mounted secrets; a {@link io.agenttool.guard.configuration.Format}
 * makes names and values of them. Which of them are secret is for others to say.
 */
@NullMarked
package io.agenttool.guard.configuration;

import org.jspecify.annotations.NullMarked;
