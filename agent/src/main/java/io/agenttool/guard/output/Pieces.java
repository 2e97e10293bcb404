package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/**
 * Filters elements that come one after another: a secret may begin in one text and end in the next,
 * as where a model's answer comes word by word.
 */
final class Pieces {
  private final StreamFilter texts;
  private final Consumption consumption;

  Pieces(Consumption consumption) {
    this.texts = new StreamFilter(consumption.filter(), consumption);
    this.consumption = consumption;
  }

  /** What is handed on for {@code element}: of a text, what is decided. Throws the refusal. */
  @Nullable Object next(@Nullable Object element) {
    return element instanceof String text
        ? consumption.checked(() -> texts.accept(text))
        : consumption.element(element);
  }

  /** What was held back, when no element follows; {@code null} for nothing. Throws the refusal. */
  @Nullable String rest() {
    String rest = consumption.checked(texts::finish);
    consumption.end();
    return rest.isEmpty() ? null : rest;
  }

  /** The reader stops before the end. */
  void stop() {
    consumption.end();
  }

  /** What the reader gets instead of a failure of the source. */
  Throwable failure(Throwable thrown) {
    return consumption.failure(thrown);
  }
}
