package io.agenttool.guard.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a result that has many, seen as one: a secret can be spread over several. */
final class Pieces {
  private Pieces() {}

  /**
   * The values that the caller gets. Where they are texts and the whole of them is not clean, that
   * is one text: the whole, filtered.
   */
  static List<?> filtered(List<?> values, Arrival arrival) {
    if (values.size() < 2 || !values.stream().allMatch(CharSequence.class::isInstance)) {
      return (List<?>) orEmpty(arrival.value(values));
    }
    StringBuilder whole = new StringBuilder();
    values.forEach(value -> whole.append((CharSequence) value));
    String text = whole.toString();
    Object clean = arrival.value(text);
    return text.equals(clean) ? values : List.of(orEmpty(clean));
  }

  private static Object orEmpty(@Nullable Object value) {
    return value == null ? List.of() : value;
  }
}
