package com.acme.springai;

import com.acme.play.Play;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.function.FunctionToolCallback;
import org.springframework.ai.tool.method.MethodToolCallbackProvider;

/** A chat whose tools are annotated methods, and one whose tools are functions. */
public final class Main {
  record Target(String path) {}

  record Writing(String path, String text) {}

  public static void main(String[] args) throws IOException {
    Path folder = Play.folder(args);
    play(
        "spring-ai/method",
        folder,
        MethodToolCallbackProvider.builder().toolObjects(new FileTools()).build());
    play("spring-ai/function", folder, ToolCallbackProvider.from(functions()));
  }

  private static void play(String name, Path folder, ToolCallbackProvider tools)
      throws IOException {
    ScriptedModel model = new ScriptedModel();
    ChatClient client = ChatClient.builder(model).defaultTools(tools).build();
    Play.run(
        name,
        ToolCallback.class,
        folder,
        (tool, args) -> {
          model.willCall(tool, args);
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
