package io.agenttool.guard.output;

/** Recognises a secret that is the keyword itself. */
final class LiteralRecognizer implements Recognizer {
  @Override
  public Decision decide(Candidate candidate) {
    candidate.start = candidate.keyword;
    candidate.end = candidate.keywordEnd;
    return Decision.FOUND;
  }
}
