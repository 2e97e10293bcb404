package com.acme.mcpsdk;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A client's end of the protocol's standard-input transport, over streams of this process. */
public final class PipeTransport implements McpClientTransport {
  private final McpJsonMapper json;
  private final BufferedReader in;
  private final OutputStream out;

  /** Over streams that another end reads and writes. */
  public PipeTransport(McpJsonMapper json, InputStream in, OutputStream out) {
    this.json = json;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    return Mono.fromRunnable(
        () -> {
          Thread reader = new Thread(() -> read(handler), "mcp-client-reader");
          reader.setDaemon(true);
          reader.start();
        });
  }

  private void read(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        handler.apply(Mono.just(McpSchema.deserializeJsonRpcMessage(json, line))).subscribe();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(
        () -> {
          try {
            synchronized (out) {
              out.write((json.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
              out.flush();
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return json.convertValue(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}
