package io.agenttool.sample.story;

/**
 * What became of a step, as seen in the world.
 *
 * @param happened whether the step did what it set out to do
 * @param text what was seen, in a few words
 */
public record Effect(boolean happened, String text) {}
