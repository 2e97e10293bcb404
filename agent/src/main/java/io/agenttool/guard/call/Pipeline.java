package io.agenttool.guard.call;

import io.agenttool.guard.call.Verdict.Deny;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the dispatcher in {@code java.lang} leads to: each woven call gets its {@link Passage}. */
public final class Pipeline implements GuardHook {
  /** What a woven method gets where the call is begun elsewhere, further out or further in. */
  private static final Object NOT_A_CALL = new Object();

  private final GuardedTools tools;
  private final ThreadLocal<Frame> frames;

  /** Where a thread is. Its own, so that it needs no lock. */
  private static final class Frame {
    /** Whether {@link #current} came by a framework's own way. */
    boolean byFramework;

    /** The call whose body the thread is in. */
    @Nullable ToolCall current;

    /**
     * Whether the thread is in Guard's own code. A tool called from there (a getter that is a tool,
     * read for the audit log) would recurse for ever, or be let through: it is refused.
     */
    boolean inside;
  }

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
    Passage passage = new Passage(guarded, self, arguments, frame.current);
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
    frame.current = passage.call();
    frame.byFramework = false;
    return passage;
  }

  /** A call by a framework's own way: its method may lead to another such, or to a woven one. */
  private Object enterFramework(
      int number, Frame frame, @Nullable Object self, @Nullable Object[] arguments) {
    Entry entry = tools.entry(number);
    if (entry == null) {
      throw refusal(number);
    }
    ToolCall current = frame.current;
    if (frame.byFramework && current != null && current.self() == self) {
      return NOT_A_CALL;
    }
    boolean before = frame.inside;
    if (before) {
      throw new SecurityException("Guard denied a tool that was called from within a check");
    }
    frame.inside = true;
    Passage passage;
    RuntimeException refusal;
    try {
      Opening opening = entry.open(self, arguments);
      if (opening == null) {
        return NOT_A_CALL;
      }
      passage = new Passage(opening, self, current);
      refusal = passage.begin();
      if (refusal == null && !passage.monitored()) {
        opening.pass();
      }
      if (refusal != null) {
        passage.answer(opening.refused(refusal, false));
      }
    } catch (Denied e) {
      throw new SecurityException(e.verdict().reason() + " [rule " + e.verdict().rule() + "]");
    } finally {
      frame.inside = false;
    }
    frame.current = passage.call();
    frame.byFramework = true;
    return passage;
  }

  @Override
  public boolean answered(Object passage) {
    return passage != NOT_A_CALL && ((Passage) passage).answered();
  }

  @Override
  public @Nullable Object returned(Object handle, @Nullable Object bodyResult) {
    if (handle == NOT_A_CALL) {
      return bodyResult;
    }
    Passage passage = (Passage) handle;
    Frame frame = leave(passage);
    frame.inside = true;
    try {
      Object result = passage.answered() ? passage.answer() : bodyResult;
      if (passage.over()) {
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
      Object shown = opening.shown(result);
      Object filtered = passage.finish(shown);
      return filtered == shown ? result : opening.rebuilt(result, filtered);
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
    pending.whenComplete((value, thrown) -> arrived(passage, future, value, thrown));
    return passage.monitored() ? pending : future;
  }

  private @Nullable Object deferred(Passage passage, Object result) {
    Object guarded;
    try {
      guarded = Deferred.of(result, new Arriving(passage));
      if (passage.call().tool().method().getReturnType().isInstance(guarded)) {
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

  /** Leads what a library delivers into Guard's frame and out again. */
  private final class Arriving implements Arrival {
    private final Passage passage;

    Arriving(Passage passage) {
      this.passage = passage;
    }

    @Override
    public @Nullable Object value(@Nullable Object value) {
      return inside(() -> finishLater(value));
    }

    private @Nullable Object finishLater(@Nullable Object value) {
      Opening opening = passage.opening();
      if (opening == null) {
        return passage.finish(value);
      }
      try {
        return passage.finish(value);
      } catch (RuntimeException refusal) {
        return opening.refused(refusal, true);
      }
    }

    @Override
    public Throwable failure(Throwable thrown) {
      return inside(() -> passage.finishFailed(unwrap(thrown)));
    }

    @Override
    public void cancelled() {
      inside(
          () -> {
            passage.giveUp();
            return passage;
          });
    }

    private <T extends @Nullable Object> T inside(Supplier<T> work) {
      Frame frame = frames.get();
      boolean before = frame.inside;
      frame.inside = true;
      try {
        return work.get();
      } finally {
        frame.inside = before;
      }
    }
  }

  private void arrived(
      Passage passage, GuardedFuture future, @Nullable Object value, @Nullable Throwable thrown) {
    Frame frame = frames.get();
    boolean before = frame.inside;
    frame.inside = true;
    Object filtered = null;
    Throwable failure = null;
    try {
      if (thrown == null) {
        filtered = passage.finish(value);
      } else {
        failure = passage.finishFailed(unwrap(thrown));
      }
    } catch (Throwable e) {
      failure = e;
    } finally {
      frame.inside = before;
    }
    // Outside Guard's frames: the application's continuations run from here.
    if (failure == null) {
      future.complete(filtered);
    } else {
      future.completeExceptionally(failure);
    }
  }

  private static Throwable unwrap(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  @Override
  public Throwable failed(Object handle, Throwable thrown) {
    if (handle == NOT_A_CALL) {
      return thrown;
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
    Passage passage = new Passage(guarded, null, new Object[0], frames.get().current);
    return passage.refuseAtOnce(guarded.refusal());
  }

  private Frame leave(Passage passage) {
    Frame frame = frames.get();
    frame.current = passage.call().parent();
    frame.byFramework = false;
    return frame;
  }
}
