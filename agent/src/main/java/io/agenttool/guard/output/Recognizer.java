package io.agenttool.guard.output;

/** Decides whether there is a secret where a keyword is. */
interface Recognizer {

  /** What was decided. */
  enum Decision {
    /** There is none. */
    NONE,
    /** There is one, from {@link Candidate#start} to {@link Candidate#end}. */
    FOUND,
    /** More text is needed; never where {@link Candidate#complete}. */
    OPEN
  }

  /** Looks at {@code candidate}; does not look further than a bounded number of characters. */
  Decision decide(Candidate candidate);
}
