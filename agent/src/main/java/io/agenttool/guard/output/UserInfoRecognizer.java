package io.agenttool.guard.output;

import java.util.BitSet;

/**
 * Recognises the password in a URL, between the user's name and the host (RFC 3986 section 3.2.1).
 */
final class UserInfoRecognizer implements Recognizer {
  private static final int LONGEST = 512;
  private static final BitSet ENDS = new BitSet(128);

  static {
    "/?#\"'<>\\`(){}|^,;".chars().forEach(ENDS::set);
  }

  @Override
  public Decision decide(Candidate candidate) {
    String text = candidate.text;
    int colon = -1;
    int limit = Math.min(text.length(), candidate.keywordEnd + LONGEST);
    int at = candidate.keywordEnd;
    int sign = -1;
    for (; at < limit; at++) {
      char c = text.charAt(at);
      if (c == '@') {
        sign = at; // the last one before the path
      } else if (c == ':' && colon < 0) {
        colon = at;
      } else if (c == '/' && candidate.charAt(at + 1) == '/') {
        break; // the next URL
      } else if (c <= ' ' || (ENDS.get(c) && (colon < 0 || sign >= 0 || c != '/'))) {
        break;
      }
    }
    candidate.cost += at - candidate.keywordEnd;
    if (at == text.length() && !candidate.complete) {
      return Decision.OPEN;
    }
    if (colon < 0
        || sign < colon + 2
        || isPort(text, colon + 1)
        || Placeholders.covers(text, colon + 1, sign)
        || !Candidate.isAlphanumeric(candidate.charAt(sign + 1))) {
      return Decision.NONE;
    }
    candidate.start = colon + 1;
    candidate.end = sign;
    return Decision.FOUND;
  }

  /** {@code host:8080/x@y}: a path's sign after a port. */
  private static boolean isPort(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > from && at < text.length() && text.charAt(at) == '/';
  }
}
