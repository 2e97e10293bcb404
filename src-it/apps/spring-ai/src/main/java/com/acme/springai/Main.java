package com.acme.springai;

import com.acme.mcpsdk.Server;
import com.acme.play.Play;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.mcp.AsyncMcpToolCallbackProvider;
import org.springframework.ai.mcp.SyncMcpToolCallbackProvider;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.function.FunctionToolCallback;
import org.springframework.ai.tool.method.MethodToolCallbackProvider;

/**
 * A chat whose tools are annotated methods, one whose tools are functions, and ones whose tools are
 * those of an MCP server.
 */
public final class Main {
  /** What the model sees before the server's names; the policy has the server's. */
  private static final String PREFIX = "remote_";

  record Target(String path) {}

  record Writing(String path, String text) {}

  public static void main(String[] args) throws IOException {
    Path folder = Play.folder(args);
    play(
        "spring-ai/method",
        folder,
        MethodToolCallbackProvider.builder().toolObjects(new FileTools()).build());
    play("spring-ai/function", folder, ToolCallbackProvider.from(functions()));
    McpSyncClient sync = McpClient.sync(transport()).build();
    play("spring-ai/mcp", folder, SyncMcpToolCallbackProvider.builder().mcpClients(sync).build());
    sync.close();
    McpAsyncClient async = McpClient.async(transport()).build();
    play(
        "spring-ai/mcp-async",
        folder,
        AsyncMcpToolCallbackProvider.builder()
            .mcpClients(async)
            .toolNamePrefixGenerator((connection, tool) -> PREFIX + tool.name())
            .build(),
        PREFIX);
    async.close();
    System.exit(0); // the clients' own threads wait for answers
  }

  private static McpClientTransport transport() {
    List<String> command = Server.command();
    return new StdioClientTransport(
        ServerParameters.builder(command.get(0)).args(command.subList(1, command.size())).build(),
        McpJsonDefaults.getMapper());
  }

  private static void play(String name, Path folder, ToolCallbackProvider tools)
      throws IOException {
    play(name, folder, tools, "");
  }

  private static void play(String name, Path folder, ToolCallbackProvider tools, String prefix)
      throws IOException {
    ScriptedModel model = new ScriptedModel();
    ChatClient client = ChatClient.builder(model).defaultTools(tools).build();
    Play.run(
        name,
        ToolCallback.class,
        folder,
        (tool, args) -> {
          model.willCall(prefix + tool, args);
          return Objects.toString(
              client
                  .prompt("do it")
                  .toolContext(Map.of("user", "ada", "session", "s-1"))
                  .call()
                  .content());
        });
  }

  private static ToolCallback[] functions() {
    return new ToolCallback[] {
      FunctionToolCallback.builder("write_file", Main::write)
          .description("Writes a text file")
          .inputType(Writing.class)
          .build(),
      FunctionToolCallback.builder("read_file", Main::read)
          .description("Reads a text file")
          .inputType(Target.class)
          .build()
    };
  }

  private static String write(Writing writing) {
    try {
      Files.writeString(Path.of(writing.path()), writing.text());
      return "wrote it";
    } catch (IOException e) {
      return "could not write: " + e;
    }
  }

  private static String read(Target target) {
    try {
      return Files.readString(Path.of(target.path()));
    } catch (IOException e) {
      return "could not read: " + e;
    }
  }
}
