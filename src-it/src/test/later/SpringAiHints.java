import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.nio.file.Path;
import org.springframework.ai.mcp.SyncMcpToolCallbackProvider;
import org.springframework.ai.tool.ToolCallback;

/** Spring AI's client of a {@code HintServer} in another JVM, which nobody guards. */
class SpringAiHints {

  public static void main(String[] args) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ServerParameters server =
        ServerParameters.builder(java)
            .args("-cp", System.getProperty("java.class.path"), args[0])
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
}
