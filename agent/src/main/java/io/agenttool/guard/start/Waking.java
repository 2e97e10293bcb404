package io.agenttool.guard.start;

import io.agenttool.guard.call.*;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.weave.Governing;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Waking {
  private final Settings settings;
  private final File dir;
  private Runnable beforeFirst = () -> {};

  Waking(Settings settings, File dir) {
    this.settings = settings;
    this.dir = dir;
  }

  void beforeFirst(Runnable check) {
    beforeFirst = check;
  }

  Governing governing() {
    beforeFirst.run();
    return new Governor(
        settings,
        List.of(),
        new Journal() {
          @Override
          public void intent(ToolCall call, Verdict.@Nullable Deny denial) {
            System.err.println("INTENT " + call.tool() + denial);
          }

          @Override
          public void outcome(ToolCall call, Outcome outcome) {
            System.err.println("OUTCOME " + call.tool() + outcome);
          }
        },
        new Ledger(f -> System.err.println(f)),
        dir.getName().equals("x") ? new Verdict.Deny("a", "b") : null);
  }
}
