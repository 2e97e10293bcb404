package io.agenttool.guard.output;

/** Finds one kind of data in a text, wherever it stands. For many threads at once. */
interface Search {

  /** The places of a text, from its beginning to its end; none lies within another one. */
  interface Found {

    /** Goes to the next one; {@code false} where there is none. */
    boolean next();

    /** Where it begins. */
    int start();

    /** Where it ends, exclusive. */
    int end();
  }

  /** Looks through {@code text}. */
  Found in(String text);
}
