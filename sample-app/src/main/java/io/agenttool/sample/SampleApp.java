package io.agenttool.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import io.agenttool.sample.story.Effect;
import io.agenttool.sample.story.Step;
import io.agenttool.sample.story.Story;
import io.agenttool.sample.tools.CustomerTools;
import io.agenttool.sample.tools.PythonTool;
import io.agenttool.sample.tools.ShellTool;
import io.agenttool.sample.tools.WebTool;
import io.agenttool.sample.tools.WorkspaceTools;
import io.agenttool.sample.world.Folders;
import io.agenttool.sample.world.World;
import java.io.File;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** {@code java -jar guard-sample-app.jar [TRANSCRIPT]}, in an empty folder. */
public final class SampleApp {
  private final World world;
  private final ScriptedModel model;
  private final Assistant assistant;
  private final ChatWindow window = new ChatWindow();
  private final List<Step> story;

  private SampleApp(World world) {
    this.world = world;
    story = Story.in(world);
    model = new ScriptedModel(story.stream().map(SampleApp::request).iterator());
    assistant =
        AiServices.builder(Assistant.class)
            .chatModel(model)
            .chatMemory(MessageWindowChatMemory.withMaxMessages(20))
            .tools(tools())
            .build();
  }

  /**
   * Plays the story.
   *
   * @param args the file that the transcript goes to; {@code transcript.jsonl} if not given
   * @throws Exception where the scratch world cannot be laid out or read
   */
  public static void main(String[] args) throws Exception {
    Path home = Path.of("").toAbsolutePath();
    try (World world = World.in(home);
        Transcript transcript =
            new Transcript(Path.of(args.length > 0 ? args[0] : "transcript.jsonl"))) {
      new SampleApp(world).play(transcript);
    } catch (FileAlreadyExistsException e) {
      System.err.println(e.getFile() + " is there already: run this in an empty folder");
      System.exit(2);
    }
  }

  private Object[] tools() {
    Folders folders = world.folders();
    return new Object[] {
      new ShellTool(folders.workspace(), folders.programs()),
      new WorkspaceTools(folders.workspace()),
      new CustomerTools(world.customers().database()),
      new WebTool(),
      new PythonTool(folders.workspace())
    };
  }

  private void play(Transcript transcript) throws Exception {
    for (Step step : story) {
      transcript.asks(step);
      window.show(assistant.chat(step.user()));
      Effect effect = step.probe().measure(model.seen());
      transcript.ended(step, missing(step), effect, model.seen());
    }
  }

  private static ToolExecutionRequest request(Step step) {
    try {
      return ToolExecutionRequest.builder()
          .id(step.id())
          .name(step.tool())
          .arguments(new ObjectMapper().writeValueAsString(step.arguments()))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> missing(Step step) {
    return step.needs().stream().filter(program -> !isInstalled(program)).toList();
  }

  private static boolean isInstalled(String program) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
