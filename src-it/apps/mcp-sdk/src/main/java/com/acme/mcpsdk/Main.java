package com.acme.mcpsdk;

import com.acme.play.Play;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * A server of file tools, synchronous, asynchronous and stateless, and its client, in one process.
 */
public final class Main {
  private static final ServerCapabilities TOOLS = ServerCapabilities.builder().tools(true).build();

  public static void main(String[] args) throws IOException {
    Path folder = Play.folder(args);
    play("mcp-sdk/sync", folder, Main::startSync);
    play("mcp-sdk/async", folder, Main::startAsync);
    DirectTransport direct = new DirectTransport();
    startStateless(direct);
    play("mcp-sdk/stateless", folder, direct);
    System.exit(0); // the servers' own threads wait for input
  }

  private static void play(
      String name, Path folder, Consumer<StdioServerTransportProvider> startServer)
      throws IOException {
    McpJsonMapper json = McpJsonDefaults.getMapper();
    PipedOutputStream toServer = new PipedOutputStream();
    PipedOutputStream toClient = new PipedOutputStream();
    PipedInputStream fromClient = new PipedInputStream(toServer);
    startServer.accept(new StdioServerTransportProvider(json, fromClient, toClient));
    play(name, folder, new PipeTransport(json, new PipedInputStream(toClient), toServer));
  }

  private static void play(String name, Path folder, McpClientTransport transport)
      throws IOException {
    McpSyncClient client =
        McpClient.sync(transport).clientInfo(Implementation.builder("ada", "1").build()).build();
    client.initialize();
    Play.run(
        name,
        McpServer.class,
        folder,
        (tool, args) ->
            seen(client.callTool(CallToolRequest.builder(tool).arguments(args).build())));
    client.close();
  }

  private static String seen(CallToolResult result) {
    String text =
        result.content().stream()
            .map(content -> content instanceof TextContent words ? words.text() : content.type())
            .collect(Collectors.joining("\n"));
    return Boolean.TRUE.equals(result.isError()) ? "(isError) " + text : text;
  }

  static void startSync(StdioServerTransportProvider transport) {
    McpServer.sync(transport)
        .serverInfo("files", "1")
        .capabilities(TOOLS)
        .tools(
            SyncToolSpecification.builder()
                .tool(tool("write_file", "path", "text"))
                .callHandler((exchange, request) -> write(request))
                .build(),
            SyncToolSpecification.builder()
                .tool(tool("read_file", "path"))
                .callHandler((exchange, request) -> read(request))
                .build())
        .build();
  }

  private static void startAsync(StdioServerTransportProvider transport) {
    McpServer.async(transport)
        .serverInfo("files", "1")
        .capabilities(TOOLS)
        .tools(
            AsyncToolSpecification.builder()
                .tool(tool("write_file", "path", "text"))
                .callHandler((exchange, request) -> Mono.fromCallable(() -> write(request)))
                .build(),
            AsyncToolSpecification.builder()
                .tool(tool("read_file", "path"))
                .callHandler((exchange, request) -> Mono.fromCallable(() -> read(request)))
                .build())
        .build();
  }

  private static void startStateless(DirectTransport transport) {
    McpServer.sync(transport)
        .serverInfo("files", "1")
        .capabilities(TOOLS)
        .tools(
            McpStatelessServerFeatures.SyncToolSpecification.builder()
                .tool(tool("write_file", "path", "text"))
                .callHandler((context, request) -> write(request))
                .build(),
            McpStatelessServerFeatures.SyncToolSpecification.builder()
                .tool(tool("read_file", "path"))
                .callHandler((context, request) -> read(request))
                .build())
        .build();
  }

  private static Tool tool(String name, String... parameters) {
    Map<String, Object> properties = new HashMap<>();
    for (String parameter : parameters) {
      properties.put(parameter, Map.of("type", "string"));
    }
    return Tool.builder(name, Map.of("type", "object", "properties", properties)).build();
  }

  private static CallToolResult write(CallToolRequest request) {
    try {
      Files.writeString(Path.of(argument(request, "path")), argument(request, "text"));
      return text("wrote it");
    } catch (IOException e) {
      return text("could not write: " + e);
    }
  }

  private static CallToolResult read(CallToolRequest request) {
    try {
      return text(Files.readString(Path.of(argument(request, "path"))));
    } catch (IOException e) {
      return text("could not read: " + e);
    }
  }

  private static String argument(CallToolRequest request, String name) {
    return String.valueOf(request.arguments().get(name));
  }

  private static CallToolResult text(String text) {
    return CallToolResult.builder(List.of(TextContent.builder(text).build())).build();
  }
}
