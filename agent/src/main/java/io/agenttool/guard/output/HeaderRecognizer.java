package io.agenttool.guard.output;

import java.util.Locale;
import java.util.Set;

/**
 * Recognises what an HTTP header carries to the end of its line: the credentials after the scheme
 * (RFC 9110 section 11.6.2, the IANA registry of schemes and some that are not in it), or cookies
 * (RFC 6265).
 */
final class HeaderRecognizer implements Recognizer {
  private static final Set<String> SCHEMES =
      Set.of(
          "basic",
          "bearer",
          "token",
          "apikey",
          "digest",
          "negotiate",
          "ntlm",
          "hmac",
          "key",
          "oauth",
          "hoba",
          "mutual",
          "dpop",
          "gnap",
          "vapid",
          "ssws",
          "splunk",
          "aws4-hmac-sha256");
  private static final int LONGEST = 8192;
  private static final int SHORTEST = 8;
  private static final int SHORTEST_COOKIE = 16;
  private static final int LONGEST_WORD = 64;

  @Override
  public Decision decide(Candidate candidate) {
    int at = candidate.keywordEnd;
    boolean cookies = candidate.charAt(at - 1) == ':';
    if (!cookies) {
      at = skip(candidate, at, "\"'\\ ");
      if (candidate.charAt(at) != ':' && candidate.charAt(at) != '=') {
        return ranOut(candidate, at) ? Decision.OPEN : Decision.NONE;
      }
      at++;
    }
    at = skip(candidate, at, "\"'\\ ");
    int word = at;
    while (at - word < LONGEST_WORD && isWord(candidate.charAt(at))) {
      at++;
    }
    if (ranOut(candidate, at)) {
      return Decision.OPEN;
    }
    if (candidate.charAt(at) != (cookies ? '=' : ' ')
        || at == word
        || (!cookies
            && !SCHEMES.contains(candidate.text.substring(word, at).toLowerCase(Locale.ROOT)))) {
      return Decision.NONE;
    }
    int start = cookies ? word : at + 1;
    int limit = Math.min(candidate.text.length(), start + LONGEST);
    int end = start;
    while (end < limit && "\r\n\"'\\".indexOf(candidate.text.charAt(end)) < 0) {
      end++;
    }
    candidate.cost += end - candidate.keywordEnd;
    if (ranOut(candidate, end)) {
      return Decision.OPEN;
    }
    if (end - start < (cookies ? SHORTEST_COOKIE : SHORTEST)
        || Placeholders.covers(candidate.text, start, end)
        || (cookies && !Entropy.looksMade(candidate.text, start, end))) {
      return Decision.NONE;
    }
    candidate.start = start;
    candidate.end = end;
    return Decision.FOUND;
  }

  private static boolean ranOut(Candidate candidate, int at) {
    return at >= candidate.text.length() && !candidate.complete;
  }

  private static int skip(Candidate candidate, int from, String characters) {
    int at = from;
    while (at < candidate.text.length()
        && at < from + 4
        && characters.indexOf(candidate.text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isWord(char c) {
    return Candidate.isAlphanumeric(c) || "-_.!#$%&*+^`|~".indexOf(c) >= 0;
  }
}
