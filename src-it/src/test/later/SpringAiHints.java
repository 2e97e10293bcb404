import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.ai.mcp.SyncMcpToolCallbackProvider;
import org.springframework.ai.tool.ToolCallback;

/** Spring AI's client of a server in another JVM, which nobody guards and which gives hints. */
class SpringAiHints {

  public static void main(String[] args) throws Exception {
    if (args.length > 1) {
      serve(Path.of(args[1]));
    } else {
      call(args[0]);
    }
  }

  private static void call(String program) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ServerParameters server =
        ServerParameters.builder(java)
            .args("-cp", System.getProperty("java.class.path"), program, "serve", ".")
            .build();
    McpSyncClient client =
        McpClient.sync(new StdioClientTransport(server, McpJsonDefaults.getMapper())).build();
    ToolCallback[] tools =
        SyncMcpToolCallbackProvider.builder().mcpClients(client).build().getToolCallbacks();
    for (ToolCallback tool : tools) {
      String name = tool.getToolDefinition().name();
      try {
        System.out.println(name + ": " + tool.call("{}"));
      } catch (RuntimeException e) {
        System.out.println(name + " threw: " + e.getMessage());
      }
    }
    client.close();
    System.exit(0);
  }

  private static void serve(Path folder) {
    ToolAnnotations destroys = ToolAnnotations.builder().destructiveHint(true).build();
    ToolAnnotations harmless = ToolAnnotations.builder().destructiveHint(false).build();
    McpServer.sync(new StdioServerTransportProvider(McpJsonDefaults.getMapper()))
        .serverInfo("tools", "1")
        .capabilities(ServerCapabilities.builder().tools(true).build())
        .tools(
            tool(folder, named("drop").annotations(destroys).build()),
            tool(folder, named("add").annotations(harmless).build()),
            tool(folder, named("other").build()))
        .build();
  }

  private static Tool.Builder named(String name) {
    return Tool.builder(name, Map.of("type", "object"));
  }

  private static SyncToolSpecification tool(Path folder, Tool tool) {
    return SyncToolSpecification.builder()
        .tool(tool)
        .callHandler(
            (exchange, request) -> {
              try {
                Files.writeString(folder.resolve(tool.name() + ".ran"), "");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return CallToolResult.builder().addTextContent("done").build();
            })
        .build();
  }
}
