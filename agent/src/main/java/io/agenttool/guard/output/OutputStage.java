package io.agenttool.guard.output;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.settings.InjectionAction;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Filters what one tool returns and throws. */
final class OutputStage implements Stage {
  private final TextFilter filter;
  private final Treatment treatment;
  private final InjectionAction injection;

  /**
   * @param filter what is taken out of texts, and what is recorded
   * @param treatment what happens to secrets
   * @param injection what happens to orders to the model
   */
  OutputStage(TextFilter filter, Treatment treatment, InjectionAction injection) {
    this.filter = filter;
    this.treatment = treatment;
    this.injection = injection;
  }

  @Override
  public @Nullable Object after(ToolCall call, @Nullable Object result) {
    if (result == null || (result instanceof String text && filter.isClean(text))) {
      return result;
    }
    Class<?> type = boxed(call.tool().method().getReturnType());
    Class<?> slot = type.isInstance(result) ? type : Object.class; // what a future completed with
    return filtered(call, result, "result", slot, call::note);
  }

  @Override
  public Throwable failed(ToolCall call, Throwable thrown) {
    return thrown(call, thrown, "exception", call::note);
  }

  /** The same, of what a part of the result failed with. */
  Throwable thrown(ToolCall call, Throwable thrown, String root, Consumer<Finding> notes) {
    Object clean;
    try {
      clean = filtered(call, thrown, root, Throwable.class, notes);
    } catch (Denied e) {
      if (!e.verdict().rule().equals(Rebuilding.RULE)) {
        throw e;
      }
      String message = filter.clean(String.valueOf(thrown.getMessage()), null);
      throw new Denied(Rebuilding.RULE, thrown.getClass().getSimpleName() + ": " + message);
    }
    return (Throwable) Objects.requireNonNull(clean);
  }

  /**
   * The filtered value.
   *
   * @param root what the value itself is called: {@code result}
   * @param slot the type that it must have
   * @param notes takes what was found
   * @throws Denied where it must not leave, or cannot be made again without what must not
   */
  @Nullable Object filtered(
      ToolCall call, Object value, String root, Class<?> slot, Consumer<Finding> notes) {
    Inspection inspection = Inspection.of(filter, root, value);
    if (!inspection.dirty()) {
      return value;
    }
    for (Map.Entry<Inspection.Place, Integer> place : inspection.places().entrySet()) {
      Inspection.Place at = place.getKey();
      Finding.Action action = action(at.rule());
      notes.accept(new Finding(at.rule(), at.where(), action, place.getValue()));
      if (action == Finding.Action.DENIED) {
        throw denial(at.rule(), at.where());
      }
    }
    return new Rebuilding(filter, root, where -> new Consumption(this, call, where))
        .part(value, slot);
  }

  TextFilter filter() {
    return filter;
  }

  /** What happens to what {@code rule} finds: {@code secret.jwt}, {@code domain}. */
  Finding.Action action(String rule) {
    int dot = rule.indexOf('.');
    if (dot < 0) {
      return Finding.Action.REPLACED;
    }
    if (rule.startsWith(Screening.PREFIX)) {
      return switch (injection) {
        case REPLACE -> Finding.Action.REPLACED;
        case DENY -> Finding.Action.DENIED;
        case WARN -> Finding.Action.WARNED;
      };
    }
    return switch (treatment.of(rule.substring(dot + 1))) {
      case REDACT, MASK, HASH -> Finding.Action.REPLACED;
      case DENY -> Finding.Action.DENIED;
      case WARN, OFF -> Finding.Action.WARNED;
    };
  }

  /** The refusal of a result because of what {@code rule} found. */
  static Denied denial(String rule, String where) {
    String what =
        rule.startsWith(Screening.PREFIX)
            ? " holds text that reads like instructions to a model, and this tool may return none"
            : " holds a secret, and this tool may return none";
    return new Denied("output." + rule, where + what);
  }

  private static Class<?> boxed(Class<?> type) {
    return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
  }
}
