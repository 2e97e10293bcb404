package io.agenttool.guard.output;

/**
 * Recognises the block of a private key, from {@code -----BEGIN} to the end of its {@code -----END}
 * line (RFC 7468, RFC 9580 section 6.2). A block that was cut off before that goes on to the end of
 * the text: nobody can say where the key ends.
 */
final class KeyBlockRecognizer implements Recognizer {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  /**
   * In {@code PRIVATE KEY-----}, {@code OPENSSH PRIVATE KEY-----}, {@code PGP PRIVATE KEY BLOCK}.
   */
  private static final String LABEL = "PRIVATE KEY";

  private static final int LONGEST_LABEL = 64;

  /** How far into the block its Base64 begins at the latest: after Proc-Type, DEK-Info, Comment. */
  private static final int HEADERS = 1024;

  private static final int SHORTEST_RUN = 16;

  @Override
  public Decision decide(Candidate candidate) {
    String text = candidate.text;
    int from = candidate.keyword;
    if (!text.startsWith(BEGIN, from)) {
      return Decision.NONE;
    }
    int label = from + BEGIN.length();
    int begun = label;
    int limit = Math.min(text.length(), label + LONGEST_LABEL);
    while (begun < limit && !text.startsWith(DASHES, begun)) {
      begun++;
    }
    if (begun == text.length() && !candidate.complete) {
      return Decision.OPEN;
    }
    if (begun == limit || !isPrivate(text, label, begun)) {
      return Decision.NONE;
    }
    int body = begun + DASHES.length();
    if (!holdsBase64(text, body)) {
      return candidate.complete || text.length() > body + HEADERS ? Decision.NONE : Decision.OPEN;
    }
    int ending = text.indexOf(END, body);
    int ended = ending < 0 ? -1 : text.indexOf(DASHES, ending + END.length());
    if (ended < 0 && !candidate.complete) {
      return Decision.OPEN;
    }
    candidate.start = from;
    candidate.end = ended < 0 ? text.length() : ended + DASHES.length();
    return Decision.FOUND;
  }

  private static boolean isPrivate(String text, int from, int to) {
    int at = text.indexOf(LABEL, from);
    return at >= 0 && at < to;
  }

  private static boolean holdsBase64(String text, int from) {
    int run = 0;
    for (int i = from; i < Math.min(text.length(), from + HEADERS); i++) {
      char c = text.charAt(i);
      run = Candidate.isAlphanumeric(c) || c == '+' || c == '/' ? run + 1 : 0;
      if (run == SHORTEST_RUN) {
        return true;
      }
    }
    return false;
  }
}
