package io.agenttool.guard.output;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.settings.SecretAction;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Filters what one tool returns and throws. */
final class OutputStage implements Stage {
  private final TextFilter found;
  private final TextFilter removed;
  private final SecretAction action;

  /**
   * @param found finds everything that is recorded
   * @param removed takes out what does not leave
   * @param action what happens to secrets
   */
  OutputStage(TextFilter found, TextFilter removed, SecretAction action) {
    this.found = found;
    this.removed = removed;
    this.action = action;
  }

  @Override
  public @Nullable Object after(ToolCall call, @Nullable Object result) {
    if (result == null || (result instanceof String text && text.equals(found.clean(text, null)))) {
      return result;
    }
    Class<?> type = boxed(call.tool().method().getReturnType());
    Class<?> slot = type.isInstance(result) ? type : Object.class; // what a future completed with
    return filter(result, "result", slot, call::note);
  }

  @Override
  public Throwable failed(ToolCall call, Throwable thrown) {
    return filterThrown(thrown, call::note);
  }

  private Throwable filterThrown(Throwable thrown, Consumer<Finding> notes) {
    Object clean;
    try {
      clean = filter(thrown, "exception", Throwable.class, notes);
    } catch (Denied e) {
      if (!e.verdict().rule().equals(Rebuilding.RULE)) {
        throw e;
      }
      String message = removed.clean(String.valueOf(thrown.getMessage()), null);
      throw new Denied(Rebuilding.RULE, thrown.getClass().getSimpleName() + ": " + message);
    }
    return (Throwable) Objects.requireNonNull(clean);
  }

  private @Nullable Object filter(
      Object value, String root, Class<?> slot, Consumer<Finding> notes) {
    Inspection inspection = Inspection.of(found, root, value);
    if (!inspection.dirty()) {
      return value;
    }
    for (Map.Entry<Inspection.Place, Integer> place : inspection.places().entrySet()) {
      note(place.getKey(), place.getValue(), notes);
    }
    Later later =
        new Later() {
          @Override
          public @Nullable Object result(@Nullable Object result) {
            return result == null ? null : filter(result, root, Object.class, finding -> {});
          }

          @Override
          public Throwable failure(Throwable thrown) {
            return filterThrown(thrown, finding -> {});
          }
        };
    return new Rebuilding(removed, root, later).part(value, slot);
  }

  private void note(Inspection.Place place, int count, Consumer<Finding> notes) {
    SecretAction what = !place.rule().equals("domain") ? action : SecretAction.REDACT;
    Finding.Action done =
        switch (what) {
          case REDACT, MASK, HASH -> Finding.Action.REPLACED;
          case DENY -> Finding.Action.DENIED;
          case WARN -> Finding.Action.WARNED;
        };
    notes.accept(new Finding(place.rule(), place.where(), done, count));
    if (what == SecretAction.DENY) {
      throw new Denied(
          "output." + place.rule(),
          place.where() + " holds a secret, and this tool may return none");
    }
  }

  private static Class<?> boxed(Class<?> type) {
    return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
  }
}
