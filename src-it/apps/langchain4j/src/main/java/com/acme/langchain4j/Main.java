package com.acme.langchain4j;

import com.acme.mcpsdk.Server;
import com.acme.play.Play;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.internal.Json;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.tool.ToolExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An assistant whose tools are annotated methods, one whose tools are executors in a map, and one
 * whose tools are those of an MCP server.
 */
public final class Main {
  /** What the model sees before the server's names; the policy has the server's. */
  private static final String PREFIX = "remote_";

  interface Assistant {
    String chat(
        @MemoryId String user, @UserMessage String message, InvocationParameters parameters);
  }

  public static void main(String[] args) throws Exception {
    Path folder = Play.folder(args);
    ScriptedModel model = new ScriptedModel();
    play("langchain4j/annotation", folder, model, services(model).tools(new FileTools()).build());
    play("langchain4j/executor", folder, model, services(model).tools(executors()).build());
    StdioMcpTransport transport = StdioMcpTransport.builder().command(Server.command()).build();
    McpClient client = DefaultMcpClient.builder().transport(transport).build();
    McpToolProvider tools =
        McpToolProvider.builder()
            .mcpClients(client)
            .toolNameMapper((server, tool) -> PREFIX + tool.name())
            .build();
    Assistant assistant = services(model).toolProvider(tools).build();
    play("langchain4j/mcp", folder, model, assistant, McpToolProvider.class, PREFIX);
    client.close();
  }

  private static AiServices<Assistant> services(ScriptedModel model) {
    return AiServices.builder(Assistant.class)
        .chatModel(model)
        .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(20));
  }

  private static void play(String name, Path folder, ScriptedModel model, Assistant assistant)
      throws IOException {
    play(name, folder, model, assistant, AiServices.class, "");
  }

  private static void play(
      String name,
      Path folder,
      ScriptedModel model,
      Assistant assistant,
      Class<?> anchor,
      String prefix)
      throws IOException {
    Play.run(
        name,
        anchor,
        folder,
        (tool, args) -> {
          model.willCall(prefix + tool, args);
          return assistant.chat("ada", "do it", InvocationParameters.from("session", "s-1"));
        });
  }

  private static Map<ToolSpecification, ToolExecutor> executors() {
    return Map.of(
        specification("write_file", "path", "text"),
        (request, memoryId) -> {
          try {
            Files.writeString(Path.of(argument(request, "path")), argument(request, "text"));
            return "wrote it for " + memoryId;
          } catch (IOException e) {
            return "could not write: " + e;
          }
        },
        specification("read_file", "path"),
        (request, memoryId) -> {
          try {
            return Files.readString(Path.of(argument(request, "path")));
          } catch (IOException e) {
            return "could not read: " + e;
          }
        });
  }

  private static ToolSpecification specification(String name, String... parameters) {
    JsonObjectSchema.Builder schema = JsonObjectSchema.builder();
    for (String parameter : parameters) {
      schema.addStringProperty(parameter);
    }
    return ToolSpecification.builder().name(name).parameters(schema.build()).build();
  }

  private static String argument(ToolExecutionRequest request, String name) {
    return String.valueOf(Json.fromJson(request.arguments(), Map.class).get(name));
  }
}
