package io.agenttool.guard.args;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words {@code min} and {@code max}. A text has to be a decimal number, as what a tool makes of
 * any other cannot be known; what is not finite is in no range.
 *
 * @param min least number, {@code null} for none
 * @param max greatest number, {@code null} for none
 */
record RangeRule(@Nullable BigDecimal min, @Nullable BigDecimal max) implements Rule {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

  @Override
  public @Nullable Broken check(Object value) {
    BigDecimal number = number(value);
    if (min != null && (number == null || number.compareTo(min) < 0)) {
      return new Broken("min", "has to be a number of at least " + min.toPlainString());
    }
    if (max != null && (number == null || number.compareTo(max) > 0)) {
      return new Broken("max", "has to be a number of at most " + max.toPlainString());
    }
    return null;
  }

  private static @Nullable BigDecimal number(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof java.math.BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? new BigDecimal(value.toString()) : null;
    }
    String text = value instanceof Number ? value.toString() : Leaves.text(value);
    return text != null && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
  }
}
