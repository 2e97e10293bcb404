package io.agenttool.guard.settings;

/**
 * One setting.
 *
 * @param name after {@code guard.}: {@code confirm.timeout}
 * @param type how its text is read
 * @param standard what it is where nobody set it, as text; empty for none
 * @param doc a sentence or two, for the reference
 * @param <T> the type of its value
 */
public record Option<T>(String name, OptionType<T> type, String standard, String doc) {}
