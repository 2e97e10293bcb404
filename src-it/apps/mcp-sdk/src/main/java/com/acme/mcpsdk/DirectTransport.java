package com.acme.mcpsdk;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Both ends of a transport without a session: what the client sends, the server is called with. */
final class DirectTransport implements McpStatelessServerTransport, McpClientTransport {
  private final McpJsonMapper json = McpJsonDefaults.getMapper();
  private McpStatelessServerHandler server;
  private Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> client;

  @Override
  public void setMcpHandler(McpStatelessServerHandler handler) {
    server = handler;
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    client = handler;
    return Mono.empty();
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    JSONRPCMessage sent = asSent(message);
    if (sent instanceof JSONRPCNotification notification) {
      return server.handleNotification(McpTransportContext.EMPTY, notification);
    }
    return server
        .handleRequest(McpTransportContext.EMPTY, (JSONRPCRequest) sent)
        .flatMap(response -> client.apply(Mono.just(asSent(response))))
        .then();
  }

  private JSONRPCMessage asSent(JSONRPCMessage message) {
    try {
      return McpSchema.deserializeJsonRpcMessage(json, json.writeValueAsString(message));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<String> protocolVersions() {
    return McpStatelessServerTransport.super.protocolVersions();
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return json.convertValue(data, type);
  }

  @Override
  public void close() {}

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}
