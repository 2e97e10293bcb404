package com.acme.quarkusmcp;

import com.acme.play.Play;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** An MCP client over the streamable HTTP transport: one session, one request at a time. */
final class HttpClientOfTools {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private String session = "";
  private int id;

  HttpClientOfTools(URI server) throws IOException, InterruptedException {
    this.server = server;
    HttpResponse<String> answer =
        post(
            """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18",
             "capabilities":{},"clientInfo":{"name":"ada","version":"1"}}}""");
    session = answer.headers().firstValue("Mcp-Session-Id").orElseThrow();
    post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
  }

  String call(String tool, Map<String, Object> args) throws IOException, InterruptedException {
    String body =
        post("""
                {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"%s","arguments":%s}}"""
                .formatted(++id, tool, Play.json(args)))
            .body();
    JsonObject answer = new JsonObject(body.substring(body.indexOf('{')));
    JsonObject result = answer.getJsonObject("result");
    if (result == null) {
      return "(protocol error) " + answer.getJsonObject("error");
    }
    JsonArray content = result.getJsonArray("content");
    String text = content.getJsonObject(0).getString("text");
    return result.getBoolean("isError", false) ? "(isError) " + text : text;
  }

  private HttpResponse<String> post(String message) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(message));
    if (!session.isEmpty()) {
      request.header("Mcp-Session-Id", session);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
