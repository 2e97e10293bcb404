package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/**
 * Which names of fields, properties and keys say that a value may be a secret: remembered, since a
 * program has few names and many values. Used by many threads at once.
 */
final class Names {
  private static final int SIZE = 1024;
  private static final int LONGEST = 64;

  /** A name, and whether it says so. Immutable: a thread sees it whole or not at all. */
  private record Known(String name, boolean telling) {}

  private final Detector detector;
  private final @Nullable Known[] known = new @Nullable Known[SIZE];

  Names(Detector detector) {
    this.detector = detector;
  }

  /** Whether the value of something of that name may be a secret for its name. */
  boolean isTelling(String name) {
    int place = name.hashCode() & (SIZE - 1);
    Known there = known[place];
    if (there != null && there.name().equals(name)) {
      return there.telling();
    }
    boolean telling = detector.isTelling(name);
    if (name.length() <= LONGEST) {
      known[place] = new Known(name, telling);
    }
    return telling;
  }
}
