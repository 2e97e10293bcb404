import com.acme.mcpsdk.PipeTransport;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Handlers of the MCP Java SDK: hints, structured results, calls within calls, failures. */
class McpHandlers {
  @Retention(RetentionPolicy.RUNTIME)
  @interface Act {}

  static String key;

  @Act
  static String inner() {
    return "in";
  }

  public static void main(String[] args) throws Exception {
    key = args[0];
    McpJsonMapper json = McpJsonDefaults.getMapper();
    PipedOutputStream toServer = new PipedOutputStream();
    PipedOutputStream toClient = new PipedOutputStream();
    PipedInputStream fromClient = new PipedInputStream(toServer);
    ToolAnnotations destroys = ToolAnnotations.builder().destructiveHint(true).build();
    ToolAnnotations reads =
        ToolAnnotations.builder().destructiveHint(true).readOnlyHint(true).build();
    Map<String, Object> schema =
        Map.of("type", "object", "properties", Map.of("key", Map.of("type", "string")));
    McpServer.sync(new StdioServerTransportProvider(json, fromClient, toClient))
        .serverInfo("tools", "1")
        .capabilities(ServerCapabilities.builder().tools(true).build())
        .tools(
            tool(named("drop").annotations(destroys), () -> said("dropped")),
            tool(named("look").annotations(reads), () -> said("looked")),
            tool(
                named("structured").outputSchema(schema),
                () -> CallToolResult.builder().structuredContent(Map.of("key", key)).build()),
            tool(named("outer"), () -> said("out and " + inner())),
            tool(
                named("failing"),
                () -> {
                  throw new IllegalStateException("no " + key);
                }))
        .build();
    McpSyncClient client =
        McpClient.sync(new PipeTransport(json, new PipedInputStream(toClient), toServer)).build();
    client.initialize();
    for (String name : List.of("drop", "look", "structured", "outer", "failing")) {
      try {
        CallToolResult result =
            client.callTool(CallToolRequest.builder(name).arguments(Map.of()).build());
        System.out.println(name + ": " + json.writeValueAsString(result));
      } catch (RuntimeException e) {
        System.out.println(name + " threw: " + e.getMessage());
      }
    }
    System.exit(0);
  }

  private static Tool.Builder named(String name) {
    return Tool.builder(name, Map.of("type", "object"));
  }

  private static SyncToolSpecification tool(Tool.Builder tool, Supplier<CallToolResult> body) {
    return SyncToolSpecification.builder()
        .tool(tool.build())
        .callHandler((exchange, request) -> body.get())
        .build();
  }

  private static CallToolResult said(String text) {
    return CallToolResult.builder().addTextContent(text).build();
  }
}
