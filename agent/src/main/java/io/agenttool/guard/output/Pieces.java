package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/**
 * Filters elements that come one after another: a secret may begin in one text and end in the next,
 * as where a model's answer comes word by word.
 */
final class Pieces {
  private final StreamFilter texts;
  private final Later later;

  Pieces(TextFilter filter, Later later) {
    this.texts = new StreamFilter(filter, null);
    this.later = later;
  }

  /** What is handed on for {@code element}: of a text, what is decided. */
  @Nullable Object next(@Nullable Object element) {
    return element instanceof String text ? texts.accept(text) : later.result(element);
  }

  /** What was held back, when no element follows; {@code null} for nothing. */
  @Nullable String rest() {
    String rest = texts.finish();
    return rest.isEmpty() ? null : rest;
  }
}
