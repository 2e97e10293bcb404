package io.agenttool.guard.sandbox;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a container engine listens.
 *
 * @param uri {@code unix:///path} or {@code tcp://host:port}
 */
record EngineAddress(URI uri) {

  /**
   * Reads the setting {@code guard.sandbox.host}.
   *
   * @throws IllegalArgumentException for any other text; the message says what would be right
   */
  static EngineAddress parse(String text) {
    try {
      URI uri = new URI(text);
      if (isUnix(uri) || isTcp(uri)) {
        return new EngineAddress(uri);
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not unix:///path/of/a/socket or tcp://host:port");
  }

  private static boolean isUnix(URI uri) {
    return "unix".equals(uri.getScheme())
        && uri.getRawAuthority() == null
        && uri.getPath() != null
        && uri.getPath().length() > 1
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private static boolean isTcp(URI uri) {
    return "tcp".equals(uri.getScheme())
        && uri.getHost() != null
        && uri.getPort() > 0
        && uri.getPort() <= 65535
        && uri.getRawUserInfo() == null
        && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
