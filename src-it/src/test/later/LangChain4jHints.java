import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.langchain4j.data.message.UserMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** LangChain4j's client of a {@code HintServer} in another JVM, which nobody guards. */
class LangChain4jHints {

  public static void main(String[] args) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = List.of(java, "-cp", System.getProperty("java.class.path"), args[0]);
    McpClient client =
        DefaultMcpClient.builder()
            .transport(StdioMcpTransport.builder().command(command).build())
            .build();
    McpToolProvider provider =
        McpToolProvider.builder()
            .mcpClients(client)
            .toolNameMapper((server, tool) -> "far_" + tool.name())
            .build();
    Map<ToolSpecification, ToolExecutor> tools =
        provider.provideTools(new ToolProviderRequest("ada", UserMessage.from("do it"))).tools();
    tools.forEach(
        (tool, executor) -> {
          ToolExecutionRequest request =
              ToolExecutionRequest.builder().name(tool.name()).arguments("{}").build();
          try {
            System.out.println(tool.name() + ": " + executor.execute(request, "ada"));
          } catch (RuntimeException e) {
            System.out.println(tool.name() + " threw: " + e.getMessage());
          }
        });
    client.close();
    System.exit(0);
  }
}
