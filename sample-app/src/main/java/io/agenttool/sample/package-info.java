/**
 * An operations assistant on LangChain4j: the sort of application that Guard is added to. It works
 * the same with and without the agent and cannot tell which; of Guard it has only annotations, on
 * half of its tools.
 *
 * <p>{@link io.agenttool.sample.SampleApp} lays out a scratch {@code world}, gives a scripted model
 * the {@code tools}, and lets it play the {@code story}: honest work first, then, once a document
 * has talked it over, one attack after another. Whether a step did what it set out to do is read
 * off the world, never off what anybody said.
 */
@NullMarked
package io.agenttool.sample;

import org.jspecify.annotations.NullMarked;
