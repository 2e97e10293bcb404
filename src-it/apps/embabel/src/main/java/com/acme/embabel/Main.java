package com.acme.embabel;

import com.acme.play.Play;
import com.embabel.agent.api.tool.Tool;
import com.embabel.agent.api.tool.ToolCallContext;
import com.embabel.agent.spi.loop.ExitOnEmptyPolicy;
import com.embabel.agent.spi.loop.ImmediateThrowPolicy;
import com.embabel.agent.spi.loop.ToolInjectionStrategy;
import com.embabel.agent.spi.loop.support.DefaultToolLoop;
import com.embabel.chat.UserMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The framework's tool loop with annotated methods as tools. */
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
    List<Tool> tools = Tool.fromInstance(new FileTools());
    Play.run(
        "embabel",
        Tool.class,
        Play.folder(args),
        (tool, toolArgs) -> {
          model.willCall(tool, toolArgs);
          return loop.execute(List.of(new UserMessage("do it")), tools, answer -> answer)
              .getResult();
        });
  }
}
