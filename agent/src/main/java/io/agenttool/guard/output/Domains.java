package io.agenttool.guard.output;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces URLs to hosts that are not allowed by {@code [BLOCKED_DOMAIN]}, in prose, Markdown, HTML
 * and JSON. Immutable.
 *
 * <p>A URL is what a browser would take for one (WHATWG URL Standard): a scheme or nothing before
 * two slashes, either way round, each perhaps escaped; what is not understood is not allowed.
 */
final class Domains {
  private final Set<String> allowed = new HashSet<>();

  /** Allows each host of {@code allowed} and its subdomains, at any port or at the one it names. */
  Domains(List<String> allowed) {
    for (String host : allowed) {
      int colon = host.lastIndexOf(':');
      String port = colon < 0 || host.endsWith("]") ? "" : host.substring(colon);
      String name = Host.canonical(host.substring(0, host.length() - port.length()).strip());
      if (name != null) {
        this.allowed.add(name + port);
      }
    }
  }

  /** The text without such URLs; {@code text} itself where there are none. */
  String redact(String text, @Nullable Tally tally) {
    StringBuilder clean = null;
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      at = UrlPlace.next(text, at);
      if (at < 0) {
        break;
      }
      UrlPlace page = UrlPlace.page(text, at, copied);
      UrlPlace url = page == null ? UrlPlace.at(text, at, copied) : page;
      if (url != null && (page != null || !allows(url.authority(), port(text, url)))) {
        clean = clean == null ? new StringBuilder(text.length()) : clean;
        clean.append(text, copied, url.start()).append(Markers.DOMAIN);
        copied = url.end();
        if (tally != null) {
          tally.found("domain");
        }
      }
      at = url == null ? at + 1 : url.end();
    }
    return clean == null ? text : clean.append(text, copied, text.length()).toString();
  }

  /** The port that a URL leads to, with its colon. */
  private static String port(String text, UrlPlace url) {
    String port = Host.port(url.authority());
    if (port.length() > 1) {
      return port;
    }
    boolean secure = text.regionMatches(true, url.start(), "https", 0, 5);
    return secure ? ":443" : text.regionMatches(true, url.start(), "http", 0, 4) ? ":80" : "";
  }

  private boolean allows(String authority, String port) {
    String host = Host.canonical(Host.of(authority));
    if (host == null) {
      return false;
    }
    if (Host.isAddress(host)) {
      return allows(host) || allows(host + port);
    }
    for (int dot = 0; dot >= 0; dot = host.indexOf('.', dot + 1)) {
      String parent = dot == 0 ? host : host.substring(dot + 1);
      if (allows(parent) || allows(parent + port)) {
        return true;
      }
    }
    return false;
  }

  private boolean allows(String entry) {
    return allowed.contains(entry.toLowerCase(Locale.ROOT));
  }
}
