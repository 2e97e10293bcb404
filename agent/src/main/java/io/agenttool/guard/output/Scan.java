package io.agenttool.guard.output;

import org.jspecify.annotations.Nullable;

/** One thread's walk through a text: a block of bytes, and what was found so far. Reused. */
final class Scan implements KeywordFilter.Sink {
  private static final int BLOCK = 8192;
  private static final int MARGIN = 64;

  /** Characters that recognizers may look at, for each character of text and at least. */
  private static final int EFFORT = 24;

  private static final int LEAST_EFFORT = 1 << 16;

  private final byte[] block = new byte[BLOCK + 2 * MARGIN + KeywordFilter.PADDING];
  private final int[] found = new int[KeywordFilter.room(BLOCK)];
  private final Candidate candidate = new Candidate();
  private final Matches matches = new Matches();
  private Detector detector = Packs.none();
  private String text = "";
  private int blockBegin;
  private int floor;
  private long effort;
  private boolean naming;
  private boolean telling;
  private @Nullable String fieldValue;
  private @Nullable Rule fieldRule;

  /** Everything that {@code detector} finds in {@code text}. Good until the next run. */
  Matches run(Detector detector, String text) {
    return run(detector, text, 0, true);
  }

  /**
   * The same from {@code floor} on; what comes before is there to be looked back at.
   *
   * @param complete whether no more text follows
   */
  Matches run(Detector detector, String text, int floor, boolean complete) {
    this.detector = detector;
    this.text = text;
    candidate.begin(text, complete);
    this.floor = floor;
    matches.clear(text.length());
    effort = LEAST_EFFORT + (long) EFFORT * text.length();
    try {
      for (int at = floor & ~1; at < text.length(); at += BLOCK) {
        scanBlock(at, Math.min(text.length(), at + BLOCK));
      }
    } finally {
      this.text = "";
      candidate.begin("", true);
    }
    return matches;
  }

  /** The rule by which {@code value} is a secret in a field of that name. */
  @Nullable Rule named(Detector detector, String name, String value) {
    fieldValue = value;
    fieldRule = null;
    try {
      isTelling(detector, name);
      return fieldRule;
    } finally {
      fieldValue = null;
    }
  }

  /** Whether there may be such a rule for some value. */
  boolean isTelling(Detector detector, String name) {
    this.detector = detector;
    this.text = name;
    floor = 0;
    naming = true;
    telling = false;
    try {
      for (int at = 0; at < name.length(); at += BLOCK) {
        scanBlock(at, Math.min(name.length(), at + BLOCK));
      }
      return telling;
    } finally {
      this.text = "";
      naming = false;
    }
  }

  /** Looks up the triples that begin in {@code text[from, to)}. */
  @SuppressWarnings("deprecation") // the one way to copy the low bytes of any String at full speed
  private void scanBlock(int from, int to) {
    blockBegin = Math.max(0, from - MARGIN);
    text.getBytes(blockBegin, Math.min(text.length(), to + KeywordFilter.COMPARED), block, 0);
    int last = Math.min(text.length(), to + 2) - blockBegin;
    detector.filter().scan(block, from - blockBegin, last, found, this);
  }

  @Override
  public void keyword(int index, int at) {
    int rule = detector.ruleOf(index);
    int begin = blockBegin + at;
    int end = detector.keyword(index).endOfCompared(text, begin);
    if (end < 0 || begin < floor || (!naming && matches.covers(begin, rule))) {
      return;
    }
    if (naming) {
      name(rule, end);
      return;
    }
    candidate.keyword = begin;
    candidate.start = begin;
    candidate.keywordEnd = end;
    candidate.cost = 8;
    Recognizer.Decision decision =
        effort < 0 ? assume() : detector.recognizer(rule).decide(candidate);
    effort -= candidate.cost;
    if (decision == Recognizer.Decision.FOUND) {
      int start = Math.max(floor, candidate.start);
      if (detector.isMarked(text, start, candidate.end)) {
        return;
      }
      matches.add(Math.min(begin, start), start, candidate.end, rule);
    } else if (decision == Recognizer.Decision.OPEN) {
      matches.undecided(Math.max(floor, Math.min(begin, candidate.start)), rule);
    }
  }

  private void name(int rule, int end) {
    if (detector.recognizer(rule) instanceof AssignedRecognizer assigned) {
      telling = true;
      if (fieldValue != null && fieldRule == null && assigned.isAssigned(text, end, fieldValue)) {
        fieldRule = detector.rule(rule);
      }
    }
  }

  /** More keywords than text can honestly hold: what follows one is taken for a secret. */
  private Recognizer.Decision assume() {
    int end = candidate.keywordEnd;
    int limit = Math.min(text.length(), end + TokenRecognizer.WINDOW);
    while (end < limit && text.charAt(end) > ' ') {
      end++;
    }
    candidate.start = candidate.keyword;
    candidate.end = end;
    return Recognizer.Decision.FOUND;
  }
}
