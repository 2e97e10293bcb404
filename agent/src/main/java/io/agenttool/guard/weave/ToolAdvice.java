package io.agenttool.guard.weave;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/**
 * What is inlined into a tool's method. Never called: its bytecode is the template. There is no
 * {@code suppress}: what the dispatcher throws is what the caller gets.
 */
final class ToolAdvice {
  private ToolAdvice() {}

  // The assignments to parameters are what Byte Buddy turns into writes of the woven method's own.
  @SuppressWarnings({"ParameterReassignment", "UnusedVariable", "UnusedAssignment", "NullAway"})
  @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
  static boolean enter(
      @ToolNumber int tool,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments(readOnly = false, typing = Typing.DYNAMIC) Object[] arguments,
      @Advice.Local("call") Object call) {
    Object[] values = arguments;
    call = GuardDispatch.enter(tool, self, values);
    arguments = values;
    return GuardDispatch.answered(call);
  }

  @SuppressWarnings({"ParameterReassignment", "UnusedVariable", "UnusedAssignment", "NullAway"})
  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Local("call") Object call,
      @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown(readOnly = false) @Nullable Throwable thrown) {
    if (thrown == null) {
      result = GuardDispatch.returned(call, result);
    } else {
      thrown = GuardDispatch.failed(call, thrown);
    }
  }
}
