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

/** An MCP server with tools that leave a file each, and give hints. */
class HintServer {

  public static void main(String[] args) {
    Path folder = Path.of("");
    ToolAnnotations destroys = ToolAnnotations.builder().destructiveHint(true).build();
    ToolAnnotations reads =
        ToolAnnotations.builder().destructiveHint(true).readOnlyHint(true).build();
    ToolAnnotations harmless = ToolAnnotations.builder().destructiveHint(false).build();
    McpServer.sync(new StdioServerTransportProvider(McpJsonDefaults.getMapper()))
        .serverInfo("tools", "1")
        .capabilities(ServerCapabilities.builder().tools(true).build())
        .tools(
            tool(folder, named("drop").annotations(destroys).build()),
            tool(folder, named("look").annotations(reads).build()),
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
