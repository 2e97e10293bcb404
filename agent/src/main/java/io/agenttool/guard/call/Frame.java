package io.agenttool.guard.call;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a thread is. Its own, so that it needs no lock. */
final class Frame {
  /** The passage of the call whose body the thread is in. */
  @Nullable Passage current;

  /** Who is calling, as a framework's way into tools knows it that is further out. */
  Map<String, Object> caller = Map.of();

  /**
   * Whether the thread is in Guard's own code. A tool called from there (a getter that is a tool,
   * read for the audit log) would recurse for ever, or be let through: it is refused.
   */
  boolean inside;

  /** The call whose body the thread is in. */
  @Nullable ToolCall call() {
    return current == null ? null : current.call();
  }

  /** Goes into a body again. */
  Aside into(@Nullable Passage passage) {
    if (passage == null) {
      return Aside.NOTHING;
    }
    Passage before = current;
    current = passage;
    return new Aside() {
      @Override
      public void left() {
        current = before;
      }
    };
  }

  /** Goes into a framework's method that leads to a tool's, and knows who is calling. */
  Aside from(Map<String, Object> known) {
    if (known.isEmpty()) {
      return Aside.NOTHING;
    }
    Map<String, Object> before = caller;
    caller = known;
    return new Aside() {
      @Override
      public void left() {
        caller = before;
      }
    };
  }
}
