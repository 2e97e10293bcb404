package com.acme.springaimcp;

import com.acme.play.Play;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.ai.mcp.McpToolUtils;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.provider.tool.SyncMcpToolProvider;
import org.springframework.ai.tool.method.MethodToolCallbackProvider;

/**
 * A server whose tools are annotated methods, one whose tools are those of a chat, and their
 * clients, in one process.
 */
public final class Main {
  public static void main(String[] args) throws IOException {
    Path folder = Play.folder(args);
    play(
        "spring-ai-mcp/annotation",
        folder,
        new SyncMcpToolProvider(List.of(new FileTools())).getToolSpecifications());
    play("spring-ai-mcp/callback", folder, callbacks());
    System.exit(0); // the servers' own threads wait for input
  }

  private static List<SyncToolSpecification> callbacks() {
    return McpToolUtils.toSyncToolSpecifications(
        MethodToolCallbackProvider.builder()
            .toolObjects(new ChatTools())
            .build()
            .getToolCallbacks());
  }

  private static void play(String name, Path folder, List<SyncToolSpecification> tools)
      throws IOException {
    McpJsonMapper json = McpJsonDefaults.getMapper();
    PipedOutputStream toServer = new PipedOutputStream();
    PipedOutputStream toClient = new PipedOutputStream();
    PipedInputStream fromClient = new PipedInputStream(toServer);
    McpServer.sync(new StdioServerTransportProvider(json, fromClient, toClient))
        .serverInfo("files", "1")
        .capabilities(ServerCapabilities.builder().tools(true).build())
        .tools(tools)
        .build();
    McpSyncClient client =
        McpClient.sync(new PipeTransport(json, new PipedInputStream(toClient), toServer))
            .clientInfo(Implementation.builder("ada", "1").build())
            .build();
    client.initialize();
    Play.run(
        name,
        McpTool.class,
        folder,
        (tool, toolArgs) ->
            seen(client.callTool(CallToolRequest.builder(tool).arguments(toolArgs).build())));
    client.close();
  }

  private static String seen(CallToolResult result) {
    String text =
        result.content().stream()
            .map(content -> content instanceof TextContent words ? words.text() : content.type())
            .collect(Collectors.joining("\n"));
    return Boolean.TRUE.equals(result.isError()) ? "(isError) " + text : text;
  }
}
