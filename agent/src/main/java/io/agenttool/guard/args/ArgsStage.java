package io.agenttool.guard.args;

import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.screen.Screen;
import io.agenttool.guard.settings.InjectionAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of one tool's calls: screened, then held against the rules. */
final class ArgsStage implements Stage {

  /**
   * What is done with one parameter.
   *
   * @param index its place among the arguments
   * @param name its name in the policy
   * @param screens whether its text is screened
   * @param rules what its values keep
   */
  record Check(int index, String name, boolean screens, List<Rule> rules) {}

  private final Screen screen;
  private final InjectionAction injection;
  private final Check[] checks;

  ArgsStage(Screen screen, InjectionAction injection, List<Check> checks) {
    this.screen = screen;
    this.injection = injection;
    this.checks = checks.toArray(new Check[0]);
  }

  @Override
  public Verdict before(ToolCall call) {
    for (Check check : checks) {
      Verdict verdict = check.screens() ? screen(call, check) : Verdict.proceed();
      if (verdict != Verdict.proceed()) {
        return verdict;
      }
      for (Rule rule : check.rules()) {
        Broken broken = Leaves.check(rule, call.arguments()[check.index()]);
        if (broken != null) {
          return deny(check, broken.word(), broken.reason());
        }
      }
    }
    return Verdict.proceed();
  }

  private Verdict screen(ToolCall call, Check check) {
    @Nullable Object[] arguments = call.arguments();
    Object value = arguments[check.index()];
    if (value instanceof String text && screen.find(text).isEmpty()) {
      return Verdict.proceed();
    }
    TextScreening screening = new TextScreening(screen, injection, call);
    try {
      Class<?> slot =
          value instanceof String
              ? String.class
              : call.tool().method().getParameterTypes()[check.index()];
      Object copy = screening.screened(value, Where.argument(check.name()), slot);
      if (screening.denied()) {
        return deny(
            check, "injection", "has text that reads like instructions to a model; leave it out");
      }
      arguments[check.index()] = copy;
      return Verdict.proceed();
    } catch (TextScreening.Refused e) {
      return deny(check, "injection", String.valueOf(e.getMessage()));
    }
  }

  private static Verdict deny(Check check, String word, String reason) {
    return Verdict.deny(
        "args." + check.name() + "." + word, "argument '" + check.name() + "' " + reason);
  }
}
