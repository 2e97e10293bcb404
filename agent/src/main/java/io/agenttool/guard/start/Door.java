package io.agenttool.guard.start;

import io.agenttool.guard.call.GuardedTools;
import io.agenttool.guard.call.Pipeline;

/** Leads the dispatcher to the pipeline. A class of its own: it links only once both are there. */
final class Door {
  private Door() {}

  static void open(GuardedTools tools) {
    GuardDispatch.install(new Pipeline(tools));
  }
}
