package com.acme.semantickernel;

import com.acme.play.Play;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The model's web service: calls the tool it was told to, and answers with what the tool said. */
final class ScriptedModel implements HttpClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private String next = "";

  void willCall(String tool, Map<String, Object> args) {
    next =
        """
        {"role":"assistant","tool_calls":[{"id":"1","type":"function",
         "function":{"name":%s,"arguments":%s}}]}"""
            .formatted(Play.quote("files-" + tool), Play.quote(Play.json(args)));
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    JsonNode messages = parse(request).path("messages");
    JsonNode last = messages.get(messages.size() - 1);
    String message =
        last.path("role").asText().equals("tool")
            ? "{\"role\":\"assistant\",\"content\":" + last.path("content") + "}"
            : next;
    String body =
        """
        {"id":"c","created":0,"object":"chat.completion","model":"scripted",
         "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2},
         "choices":[{"index":0,"finish_reason":"stop","message":%s}]}"""
            .formatted(message);
    return Mono.just(new Answer(request, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonNode parse(HttpRequest request) {
    try {
      return JSON.readTree(request.getBodyAsBinaryData().toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Answer extends HttpResponse {
    private final byte[] body;

    Answer(HttpRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public int getStatusCode() {
      return 200;
    }

    @Override
    @Deprecated
    public String getHeaderValue(String name) {
      return getHeaders().getValue(HttpHeaderName.fromString(name));
    }

    @Override
    public HttpHeaders getHeaders() {
      return new HttpHeaders().set(HttpHeaderName.CONTENT_TYPE, "application/json");
    }

    @Override
    public Flux<ByteBuffer> getBody() {
      return Flux.just(ByteBuffer.wrap(body));
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
      return Mono.just(body);
    }

    @Override
    public Mono<String> getBodyAsString() {
      return getBodyAsString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
      return Mono.just(new String(body, charset));
    }
  }
}
