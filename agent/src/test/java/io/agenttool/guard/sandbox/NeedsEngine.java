package io.agenttool.guard.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests with a container engine. Without one they are skipped and one line each says so; with
 * {@code GUARD_IT_DOCKER=required} in the environment they fail.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsEngine.Condition.class)
@interface NeedsEngine {

  /** Asks for the engine at the standard host. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if ("required".equals(System.getenv("GUARD_IT_DOCKER"))) {
        return ConditionEvaluationResult.enabled("an engine is required");
      }
      String problem = TestEngine.problem();
      if (problem == null) {
        return ConditionEvaluationResult.enabled("an engine answers");
      }
      System.out.println(context.getDisplayName() + " is skipped: " + problem);
      return ConditionEvaluationResult.disabled(problem);
    }
  }
}
