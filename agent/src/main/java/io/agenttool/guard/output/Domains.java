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

  /** Allows each host of {@code allowed} and its subdomains. */
  Domains(List<String> allowed) {
    for (String host : allowed) {
      String name = Host.canonical(host.strip().replaceFirst("^\\*\\.", ""));
      if (name != null) {
        this.allowed.add(name);
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
      UrlPlace url = UrlPlace.at(text, at, copied);
      if (url != null && !allows(url.authority())) {
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

  private boolean allows(String authority) {
    String host = Host.canonical(Host.of(authority));
    if (host == null) {
      return false;
    }
    if (Host.isAddress(host)) {
      return allowed.contains(host);
    }
    for (int dot = 0; dot >= 0; dot = host.indexOf('.', dot + 1)) {
      String parent = dot == 0 ? host : host.substring(dot + 1);
      if (allowed.contains(parent.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
