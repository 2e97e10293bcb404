package io.agenttool.sample.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A web server on loopback that remembers which of its paths were asked for. */
public final class Site implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  /** Starts it on a free port, with no page. */
  public Site() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    String page = pages.get(path);
    byte[] body = (page == null ? "no such page" : page).getBytes(UTF_8);
    exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /** Adds a page. */
  public void page(String path, String text) {
    pages.put(path, text);
  }

  /** Its address under that name. */
  public String url(String host, String path) {
    return "http://" + host + ":" + server.getAddress().getPort() + path;
  }

  /** Whether anybody asked for that path. */
  public boolean wasAsked(String path) {
    return asked.contains(path);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
