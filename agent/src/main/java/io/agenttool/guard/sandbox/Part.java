package io.agenttool.guard.sandbox;

import org.jspecify.annotations.Nullable;

/** One of the four parts of an outcome, and the types that it can be given in. */
enum Part {
  /** {@link Execution#success}. */
  SUCCESS("success"),
  /** {@link Execution#output}. */
  OUTPUT("output"),
  /** {@link Execution#error}. */
  ERROR("error"),
  /** {@link Execution#exitCode}. */
  EXIT_CODE("exitCode");

  private final String key;

  Part(String key) {
    this.key = key;
  }

  /** The part of a name, {@code null} for none. */
  static @Nullable Part of(String key) {
    for (Part part : values()) {
      if (part.key.equals(key)) {
        return part;
      }
    }
    return null;
  }

  /** Its name in a record, a bean or a map. */
  String key() {
    return key;
  }

  /** Whether it can be given as a type. */
  boolean fits(Class<?> type) {
    return switch (this) {
      case SUCCESS -> type == boolean.class || type.isAssignableFrom(Boolean.class);
      case OUTPUT, ERROR -> type.isAssignableFrom(String.class);
      case EXIT_CODE ->
          type == int.class
              || type == long.class
              || type == Long.class
              || type.isAssignableFrom(Integer.class);
    };
  }

  /** Its value, boxed. */
  Object of(Execution execution) {
    return switch (this) {
      case SUCCESS -> execution.success();
      case OUTPUT -> execution.output();
      case ERROR -> execution.error();
      case EXIT_CODE -> execution.exitCode();
    };
  }

  /** Its value, boxed, for a place of a type that {@link #fits}. */
  Object of(Execution execution, Class<?> type) {
    if (type == long.class || type == Long.class) {
      return (long) execution.exitCode();
    }
    return of(execution);
  }
}
