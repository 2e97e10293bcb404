package com.acme.googleadk;

import com.acme.play.Play;
import com.google.adk.agents.LlmAgent;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.sessions.Session;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.FunctionTool;
import com.google.genai.types.Content;
import com.google.genai.types.Part;
import java.io.IOException;

/** An agent with two functions as tools, one of an object and one static, in a session. */
public final class Main {
  public static void main(String[] args) throws IOException {
    ScriptedModel model = new ScriptedModel();
    LlmAgent agent =
        LlmAgent.builder()
            .name("files")
            .model(model)
            .tools(
                FunctionTool.create(new FileTools(), "writeFile"),
                FunctionTool.create(FileTools.class, "readFile"))
            .build();
    InMemoryRunner runner = new InMemoryRunner(agent);
    Session session = runner.sessionService().createSession(runner.appName(), "ada").blockingGet();
    Play.run(
        "google-adk",
        BaseTool.class,
        Play.folder(args),
        (tool, toolArgs) -> {
          model.willCall(tool, toolArgs);
          return runner
              .runAsync("ada", session.id(), Content.fromParts(Part.fromText("do it")))
              .blockingLast()
              .stringifyContent();
        });
    System.exit(0); // the runner's own threads
  }
}
