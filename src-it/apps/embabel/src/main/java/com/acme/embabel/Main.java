package com.acme.embabel;

import com.acme.play.Play;
import com.embabel.agent.api.tool.Tool;
import com.embabel.agent.api.tool.ToolCallContext;
import com.embabel.agent.spi.loop.ExitOnEmptyPolicy;
import com.embabel.agent.spi.loop.ImmediateThrowPolicy;
import com.embabel.agent.spi.loop.ToolInjectionStrategy;
import com.embabel.agent.spi.loop.support.DefaultToolLoop;
import com.embabel.chat.UserMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The framework's tool loop with annotated methods as tools, then with its own kind. */
public final class Main {
  public static void main(String[] args) throws IOException {
    ScriptedModel model = new ScriptedModel();
    DefaultToolLoop loop =
        new DefaultToolLoop(
            model,
            new ObjectMapper(),
            ToolInjectionStrategy.Companion.getNONE(),
            10,
            null,
            List.of(),
            List.of(),
            List.of(),
            ToolCallContext.of(Map.of("user", "ada", "session", "s-1")),
            ImmediateThrowPolicy.INSTANCE,
            ExitOnEmptyPolicy.INSTANCE);
    Path folder = Play.folder(args);
    play("embabel/annotation", folder, model, loop, Tool.fromInstance(new FileTools()));
    play("embabel/tool", folder, model, loop, written());
  }

  private static List<Tool> written() {
    ObjectMapper json = new ObjectMapper();
    return List.of(
        Tool.create(
            "write_file",
            "Writes a text file",
            input ->
                result(
                    () -> {
                      JsonNode given = json.readTree(input);
                      Path path = Path.of(given.path("path").asText());
                      Files.writeString(path, given.path("text").asText());
                      return "wrote it";
                    })),
        Tool.create(
            "read_file",
            "Reads a text file",
            input ->
                result(
                    () -> Files.readString(Path.of(json.readTree(input).path("path").asText())))));
  }

  private static Tool.Result result(Callable<String> work) {
    try {
      return Tool.Result.text(work.call());
    } catch (Exception e) {
      return Tool.Result.error("could not: " + e);
    }
  }

  private static void play(
      String name, Path folder, ScriptedModel model, DefaultToolLoop loop, List<Tool> tools)
      throws IOException {
    Play.run(
        name,
        Tool.class,
        folder,
        (tool, toolArgs) -> {
          model.willCall(tool, toolArgs);
          return loop.execute(List.of(new UserMessage("do it")), tools, answer -> answer)
              .getResult();
        });
  }
}
