package io.agenttool.guard.start;

import io.agenttool.guard.call.Defence;
import io.agenttool.guard.call.GuardedTool;
import io.agenttool.guard.call.GuardedTools;
import io.agenttool.guard.call.Journal;
import io.agenttool.guard.call.Pipeline;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.call.Tool.Parameter;
import io.agenttool.guard.settings.ArgPolicy;
import io.agenttool.guard.settings.Mode;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.ToolHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Calls of a tool that is none, each to another end, before the first tool is there: so that what a
 * call needs is loaded. A virtual thread that comes upon a class which another is loading holds on
 * to its carrier until that is done.
 */
final class Practice {
  private static final String TOOL = "guard.practice";
  private static final String PARAMETER = "word";
  private static final String GOOD = "good";

  private final Pipeline pipeline;

  private Practice(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * @param journal keeps nothing of what it is told
   */
  static void run(Settings settings, List<Defence> defences, Journal journal) {
    ArgPolicy one =
        new ArgPolicy(null, null, null, null, null, null, null, List.of(GOOD), null, null);
    ToolHints hints = new ToolHints(false, Map.of(PARAMETER, one), null);
    Tool tool =
        new Tool(
            TOOL,
            "Guard",
            // A method that every loader finds, and whose result may be anything.
            Objects.class.getName(),
            "requireNonNull",
            List.of(new Parameter(0, PARAMETER, String.class.getName())),
            List.of(Object.class.getName()),
            Object.class.getName(),
            true,
            settings.policyFor(TOOL, hints, List.of(PARAMETER), TOOL),
            ClassLoader.getSystemClassLoader());
    List<Stage> stages = new ArrayList<>();
    for (Defence defence : defences) {
      Stage stage = defence.stageFor(tool);
      if (stage != null) {
        stages.add(stage);
      }
    }
    GuardedTools tools = new GuardedTools();
    int number = tools.reserve(null);
    tools.put(number, new GuardedTool(tool, Mode.ENFORCE, stages, journal, null));
    new Practice(new Pipeline(tools)).callEachWay(number);
  }

  private void callEachWay(int number) {
    pipeline.returned(enter(number, GOOD), "clean");
    // A key by its form alone; in one piece it would be taken for one.
    pipeline.returned(enter(number, GOOD), String.join("", "AKIA", "Z7Q2M5X3", "N6B4K2LW"));
    pipeline.returned(enter(number, GOOD), CompletableFuture.completedFuture("clean"));
    pipeline.failed(enter(number, GOOD), new IllegalStateException("clean"));
    try {
      pipeline.returned(enter(number, "bad"), null);
    } catch (SecurityException e) {
      // As it should be.
    }
  }

  private Object enter(int number, String word) {
    return pipeline.enter(number, null, new Object[] {word});
  }
}
