package io.agenttool.guard.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A URL in a text.
 *
 * @param start where it begins: its scheme, or its first slash
 * @param end where it ends, exclusive
 * @param authority what is between the slashes and the path, escapes resolved
 */
record UrlPlace(int start, int end, String authority) {
  private static final List<String> PAGES =
      List.of(
          "data:text/html",
          "data:image/svg+xml",
          "data:application/xhtml+xml",
          "data:text/xml",
          "data:application/xml",
          "data:text/javascript",
          "data:application/javascript");

  private static final int LONGEST_SCHEME = 32;
  private static final int LONGEST_AUTHORITY = 1024;
  private static final String ENDS = " \t\r\n\"'<>`{}|^";

  /** The next place from {@code from} on that may be the slashes of a URL; -1 for none. */
  static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '/' || c == '\\' || c == '&' || c == '%') && Escapes.isSlash(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The URL whose slashes begin at {@code slash}; {@code null} where there is none.
   *
   * @param floor where the text begins that the URL's scheme may be in
   */
  static @Nullable UrlPlace at(String text, int slash, int floor) {
    int at = slash;
    int slashes = 0;
    while (at < text.length() && Escapes.isSlash(text, at)) {
      at += Escapes.length(text, at);
      slashes++;
    }
    int scheme = scheme(text, slash, floor);
    if (scheme < 0
        ? slashes != 2 || !standsAlone(text, slash, floor)
        : slashes < 2 && !isWeb(text, scheme)) {
      return null;
    }
    StringBuilder authority = new StringBuilder();
    int limit = Math.min(text.length(), at + LONGEST_AUTHORITY);
    int end = at;
    while (end < limit && ENDS.indexOf(text.charAt(end)) < 0) {
      int length = Escapes.length(text, end);
      char c = Escapes.character(text, end, length);
      if (c == '\\' && !endsUrl(text, end)) {
        authority.append(c); // a path to some readers and a user to others: no host at all
      }
      if ("/\\?#".indexOf(c) >= 0 || ENDS.indexOf(c) >= 0) {
        break;
      }
      if (authority.length() > 0 && (c == ')' || c == ',' || c == ';')) {
        break;
      }
      if (c == ']' && authority.indexOf("[") < 0) {
        break;
      }
      authority.append(c);
      end += length;
    }
    while (end < text.length() && !endsUrl(text, end)) {
      end++;
    }
    String host = authority.toString();
    if (scheme < 0 && !looksLikeHost(host)) {
      return null;
    }
    return host.isEmpty() ? null : new UrlPlace(scheme < 0 ? slash : scheme, end, host);
  }

  /**
   * The {@code data:} URL (RFC 2397) with a page or a script in it whose type's slash is at {@code
   * slash}: what it loads, no allow-list sees. {@code null} where there is none.
   */
  static @Nullable UrlPlace page(String text, int slash, int floor) {
    int length = Escapes.length(text, slash);
    for (String type : PAGES) {
      int start = slash - type.indexOf('/');
      String subtype = type.substring(type.indexOf('/') + 1);
      int end = slash + length + subtype.length();
      if (start >= floor
          && text.regionMatches(true, start, type, 0, type.indexOf('/'))
          && text.regionMatches(true, slash + length, subtype, 0, subtype.length())
          && end < text.length()
          && (text.charAt(end) == ';' || text.charAt(end) == ',')) {
        while (end < text.length() && !endsUrl(text, end)) {
          end++;
        }
        return new UrlPlace(start, end, "");
      }
    }
    return null;
  }

  /** Where the scheme and its colon before {@code slash} begin; -1 where there is none. */
  private static int scheme(String text, int slash, int floor) {
    int colon = Escapes.before(text, slash, ':', floor);
    int i = colon;
    while (i > floor && i > slash - LONGEST_SCHEME && isSchemeCharacter(text.charAt(i - 1))) {
      i--;
    }
    while (i < colon && !Candidate.isLetter(text.charAt(i))) {
      i++;
    }
    return i < colon - 1 ? i : -1; // one letter alone is a drive
  }

  private static boolean isSchemeCharacter(char c) {
    return Candidate.isAlphanumeric(c) || c == '+' || c == '-' || c == '.';
  }

  /** Whether browsers take one slash, or four, for two after this scheme. */
  private static boolean isWeb(String text, int scheme) {
    return text.regionMatches(true, scheme, "http:", 0, 5)
        || text.regionMatches(true, scheme, "https:", 0, 6);
  }

  /** Whether {@code //host} without a scheme is a reference: in an attribute, a link, a value. */
  private static boolean standsAlone(String text, int slash, int floor) {
    return slash > floor && "\"'(=<[".indexOf(text.charAt(slash - 1)) >= 0;
  }

  private static boolean looksLikeHost(String authority) {
    String host = Host.of(authority);
    return host.indexOf('.') > 0 && host.chars().noneMatch(c -> c == ' ' || c == '*');
  }

  private static boolean endsUrl(String text, int at) {
    char c = text.charAt(at);
    if (ENDS.indexOf(c) >= 0 || c == ')' || c == ']') {
      return true;
    }
    if (c == '\\') {
      return at + 1 < text.length() && "nrt\"'".indexOf(text.charAt(at + 1)) >= 0;
    }
    if (c == '&') {
      return text.startsWith("&quot;", at)
          || text.startsWith("&lt;", at)
          || text.startsWith("&gt;", at);
    }
    boolean last = at + 1 == text.length() || text.charAt(at + 1) <= ' ';
    return last && (c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?');
  }
}
