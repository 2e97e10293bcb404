package io.agenttool.guard.args;

import java.lang.reflect.Array;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts a rule to each element of an argument. */
final class Leaves {
  private static final int MAX_DEPTH = 16;

  private Leaves() {}

  /** What the first element that breaks {@code rule} breaks; {@code null} for none. */
  static @Nullable Broken check(Rule rule, @Nullable Object value) {
    return check(rule, value, 0);
  }

  private static @Nullable Broken check(Rule rule, @Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      return new Broken("kind", "is nested too deep");
    }
    if (value == null) {
      return null;
    }
    if (value instanceof Optional<?> optional) {
      return check(rule, optional.orElse(null), depth + 1);
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? rule.check(optional.getAsInt()) : null;
    }
    if (value instanceof OptionalLong optional) {
      return optional.isPresent() ? rule.check(optional.getAsLong()) : null;
    }
    if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? rule.check(optional.getAsDouble()) : null;
    }
    if (value instanceof java.util.Collection<?> elements) {
      for (Object element : elements) {
        Broken broken = check(rule, element, depth + 1);
        if (broken != null) {
          return broken;
        }
      }
      return null;
    }
    if (value.getClass().isArray() && !(value instanceof char[])) {
      for (int i = 0; i < Array.getLength(value); i++) {
        Broken broken = check(rule, Array.get(value, i), depth + 1);
        if (broken != null) {
          return broken;
        }
      }
      return null;
    }
    return rule.check(value);
  }

  /** The text of a value: of text, a single character, or an enum's constant; else {@code null}. */
  static @Nullable String text(Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    if (value instanceof char[] chars) {
      return new String(chars);
    }
    if (value instanceof Character character) {
      return character.toString();
    }
    return value instanceof Enum<?> constant ? constant.name() : null;
  }
}
