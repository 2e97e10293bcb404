package io.agenttool.guard.weave;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * The exception table of a woven method (JVMS 4.7.3): the body's own and, last, the one around all
 * of the body; each with holes where the result is led through the dispatcher, so that no handler
 * swallows a refusal.
 */
final class GuardedRanges {
  private final List<Handler> handlers = new ArrayList<>();
  private @Nullable Handler body;

  /** What is caught where. */
  private static final class Handler {
    final @Nullable Label start;
    final @Nullable Label end;
    final Label handler;
    final @Nullable String type;
    final List<Label> starts = new ArrayList<>();
    final List<Label> ends = new ArrayList<>();
    boolean open;

    Handler(@Nullable Label start, @Nullable Label end, Label handler, @Nullable String type) {
      this.start = start;
      this.end = end;
      this.handler = handler;
      this.type = type;
    }

    void open(Label at) {
      starts.add(at);
      open = true;
    }

    void close(Label at) {
      ends.add(at);
      open = false;
    }
  }

  /** Adds a handler of the body's, before its labels are passed. */
  void add(Label start, Label end, Label handler, @Nullable String type) {
    handlers.add(new Handler(start, end, handler, type));
  }

  /** Adds the handler of everything that the body throws; it begins here. */
  void addBody(Label here, Label handler) {
    body = new Handler(null, null, handler, null);
    body.open(here);
  }

  /** The body has come to one of its labels. */
  void pass(Label label) {
    for (Handler each : handlers) {
      if (each.end == label && each.open) {
        each.close(label);
      } else if (each.start == label) {
        each.open(label);
      }
    }
  }

  /** No handler reaches what follows. */
  void leave(Label here) {
    for (Handler each : all()) {
      if (each.open) {
        each.ends.add(here);
      }
    }
  }

  /** The handlers reach again what follows. */
  void enter(Label here) {
    for (Handler each : all()) {
      if (each.open) {
        each.starts.add(here);
      }
    }
  }

  /** Writes the table, once all labels have their places. */
  void writeTo(MethodVisitor code) {
    for (Handler each : all()) {
      for (int i = 0; i < each.ends.size(); i++) {
        Label from = each.starts.get(i);
        Label to = each.ends.get(i);
        if (from.getOffset() < to.getOffset()) {
          code.visitTryCatchBlock(from, to, each.handler, each.type);
        }
      }
    }
  }

  private List<Handler> all() {
    List<Handler> all = new ArrayList<>(handlers);
    if (body != null) {
      all.add(body);
    }
    return all;
  }
}
