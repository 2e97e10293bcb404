package io.agenttool.guard.call;

import io.agenttool.guard.call.Verdict.Deny;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the dispatcher in {@code java.lang} leads to: each woven call gets its {@link Passage}. */
public final class Pipeline implements GuardHook {
  private final GuardedTools tools;
  private final ThreadLocal<Frame> frames;

  /** No lambda: premain makes this, in JVMs without tools too. */
  private static final class Frames extends ThreadLocal<Frame> {
    @Override
    protected Frame initialValue() {
      return new Frame();
    }
  }

  /**
   * @param tools the woven tools
   */
  public Pipeline(GuardedTools tools) {
    this.tools = tools;
    this.frames = new Frames();
  }

  @Override
  public Object enter(int number, @Nullable Object self, @Nullable Object[] arguments) {
    GuardedTool guarded = tools.get(number);
    Frame frame = frames.get();
    if (guarded == null) {
      return enterFramework(number, frame, self, arguments);
    }
    boolean suspends = guarded.tool().suspends();
    Aside resumed = suspends ? resumed(number, frame, arguments) : null;
    if (resumed != null) {
      return resumed;
    }
    Passage outer = frame.current;
    if (outer != null && !frame.inside && HandedOn.joins(outer, guarded, self, arguments)) {
      return Aside.NOTHING;
    }
    Passage passage = new Passage(guarded, self, arguments, frame);
    if (frame.inside) {
      String reason = "the tool was called from within a check of Guard's own";
      throw Refusal.of(passage.call(), new Deny("guard.reentry", reason));
    }
    frame.inside = true;
    RuntimeException refusal;
    try {
      refusal = passage.begin();
    } finally {
      frame.inside = false;
    }
    if (refusal != null) {
      throw refusal;
    }
    if (suspends) {
      await(passage, arguments);
    }
    frame.current = passage;
    return passage;
  }

  /** A call by a framework's own way: its method may lead to another such, or to a woven one. */
  private Object enterFramework(
      int number, Frame frame, @Nullable Object self, @Nullable Object[] arguments) {
    Handing handing = tools.handing(number);
    if (handing != null && self != null) {
      return new HandedOut(handing, self);
    }
    Entry entry = tools.entry(number);
    if (entry == null) {
      throw refusal(number);
    }
    Aside resumed = resumed(number, frame, arguments);
    if (resumed != null) {
      return resumed;
    }
    if (frame.inside) {
      throw new SecurityException("Guard denied a tool that was called from within a check");
    }
    frame.inside = true;
    Passage passage;
    try {
      Opening opening = entry.open(self, arguments);
      if (opening == null) {
        return new Leading(entry, self, frame.from(entry.caller(arguments)));
      }
      Opening outer = frame.current == null ? null : frame.current.opening();
      if (outer != null && opening.continues(outer)) {
        return Aside.NOTHING;
      }
      passage = new Passage(opening, self, frame);
      RuntimeException refusal = passage.begin();
      if (refusal != null) {
        passage.answer(opening.refused(refusal, false));
      } else if (!passage.monitored()) {
        opening.pass();
      }
    } catch (Denied e) {
      throw unnamed(e);
    } finally {
      frame.inside = false;
    }
    if (passage.call().tool().suspends() && !passage.over()) {
      await(passage, arguments);
    }
    frame.current = passage;
    return passage;
  }

  /** A call that goes on after a wait; {@code null} for a new one. */
  private @Nullable Aside resumed(int number, Frame frame, @Nullable Object[] arguments) {
    String machine = tools.machine(number);
    try {
      return machine != null && Suspension.resumes(machine, arguments)
          ? frame.into(Suspension.passage(arguments))
          : null;
    } catch (Denied e) {
      throw unnamed(e);
    }
  }

  /** The refusal of a call of which it is not known whose it is. */
  private static SecurityException unnamed(Denied e) {
    return new SecurityException(
        "Guard denied a tool: " + e.verdict().reason() + " [rule " + e.verdict().rule() + "]");
  }

  private void await(Passage passage, @Nullable Object[] arguments) {
    try {
      Suspension.await(arguments, passage, new Arriving(frames, passage));
    } catch (Denied e) {
      throw passage.refuse(e.verdict());
    }
  }

  /** A framework's way that leads to a woven method: refused there, the model hears of it here. */
  private record Leading(Entry entry, @Nullable Object self, Aside in) implements Aside {
    @Override
    public Throwable failed(Throwable thrown) {
      return entry.failed(self, in.failed(thrown));
    }

    @Override
    public void left() {
      in.left();
    }
  }

  /** What is handed out instead of a tool's function. */
  private final class HandedOut implements Aside {
    private final Handing handing;
    private final Object self;

    HandedOut(Handing handing, Object self) {
      this.handing = handing;
      this.self = self;
    }

    @Override
    public @Nullable Object returned(@Nullable Object function) {
      return handing.handed(self, function, Pipeline.this);
    }
  }

  @Override
  public boolean answered(Object handle) {
    return handle instanceof Passage passage && passage.answered();
  }

  @Override
  public @Nullable Object returned(Object handle, @Nullable Object bodyResult) {
    if (handle instanceof Aside aside) {
      return aside.returned(bodyResult);
    }
    Passage passage = (Passage) handle;
    Frame frame = leave(passage);
    frame.inside = true;
    try {
      Object result = passage.answered() ? passage.answer() : bodyResult;
      if (passage.over()) {
        return result;
      }
      if (passage.call().tool().suspends() && Suspension.isMark(result)) {
        return result;
      }
      if (result instanceof CompletionStage<?> pending) {
        return later(passage, pending);
      }
      return result != null && Deferred.is(result)
          ? deferred(passage, result)
          : finish(passage, result);
    } finally {
      frame.inside = false;
    }
  }

  private static @Nullable Object finish(Passage passage, @Nullable Object result) {
    Opening opening = passage.opening();
    if (opening == null) {
      return passage.finish(result);
    }
    try {
      return passage.finish(result);
    } catch (RuntimeException refusal) {
      return opening.refused(refusal, false);
    }
  }

  /** A result that is not there yet is filtered and recorded when it comes. */
  private Object later(Passage passage, CompletionStage<?> pending) {
    GuardedFuture future = new GuardedFuture(pending);
    if (!passage.monitored() && !future.fits(passage.call().tool().returnType())) {
      String what = pending.getClass().getName();
      throw passage.refuse(
          new Deny("guard.async", "its result is a " + what + ", which cannot be filtered"));
    }
    new Arriving(frames, passage).fill(future, pending);
    return passage.monitored() ? pending : future;
  }

  private @Nullable Object deferred(Passage passage, Object result) {
    Object guarded;
    try {
      guarded = Deferred.of(result, new Arriving(frames, passage));
      // A framework's way into tools returns its library's general type.
      if (passage.opening() != null
          || passage.call().tool().method().getReturnType().isInstance(guarded)) {
        return guarded;
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      guarded = e;
    }
    if (passage.monitored()) {
      return passage.finish(result);
    }
    String what = result.getClass().getName();
    throw passage.refuse(
        new Deny(
            "guard.async",
            "its result is a " + what + ", which cannot be filtered (" + guarded.getClass() + ")"));
  }

  @Override
  public Throwable failed(Object handle, Throwable thrown) {
    if (handle instanceof Aside aside) {
      return aside.failed(thrown);
    }
    Passage passage = (Passage) handle;
    Frame frame = leave(passage);
    frame.inside = true;
    try {
      return passage.finishFailed(thrown);
    } finally {
      frame.inside = false;
    }
  }

  @Override
  public RuntimeException refusal(int number) {
    GuardedTool guarded = tools.get(number);
    if (guarded == null || guarded.refusal() == null) {
      return new SecurityException("Guard denied a tool that it does not know");
    }
    Passage passage = new Passage(guarded, null, new Object[0], frames.get());
    return passage.refuseAtOnce(guarded.refusal());
  }

  private Frame leave(Passage passage) {
    Frame frame = frames.get();
    frame.current = passage.outer();
    return frame;
  }
}
