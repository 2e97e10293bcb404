package io.agenttool.guard.screen;

/**
 * A place in a text that reads like an injection.
 *
 * @param rule the rule's id, such as {@code ignore-instructions}
 * @param start its first UTF-16 unit in the text as it was given
 * @param end behind its last
 */
public record Match(String rule, int start, int end) {}
