package io.agenttool.guard.sandbox;

import io.agenttool.guard.call.Denied;
import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.call.Verdict;
import io.agenttool.guard.settings.SandboxPolicy;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers the calls of one tool with the outcome of the code in a container. */
final class SandboxStage implements Stage {
  /** The greatest length of code, in bytes of UTF-8. */
  static final int MAX_CODE = 1 << 20;

  private final Sandbox sandbox;
  private final SandboxPolicy policy;
  private final Tool.Parameter parameter;
  // Holds the application's classes, whose loader must be free to go.
  private volatile @Nullable SoftReference<ReturnForm> form;

  SandboxStage(Sandbox sandbox, SandboxPolicy policy, Tool.Parameter parameter) {
    this.sandbox = sandbox;
    this.policy = policy;
    this.parameter = parameter;
  }

  @Override
  public Verdict before(ToolCall call) {
    try {
      ReturnForm form = form(call.tool());
      byte[] code = code(call);
      return Verdict.answer(
          form.later() ? later(form, code) : form.value(sandbox.run(policy, code)));
    } catch (Denied e) {
      return e.verdict();
    }
  }

  /** Starts nothing: the body will run. */
  @Override
  public Verdict observe(ToolCall call) {
    call.note(
        new Finding("sandbox.container", "args." + parameter.name(), Finding.Action.WARNED, 1));
    return Verdict.proceed();
  }

  private byte[] code(ToolCall call) {
    Object code = call.arguments()[parameter.index()];
    if (code == null) {
      throw new Denied("sandbox.code", "the argument " + parameter.name() + " is null, not code");
    }
    byte[] bytes = code.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_CODE) {
      throw new Denied(
          "sandbox.code",
          "the code is longer than " + MAX_CODE + " bytes; send less, or in several calls");
    }
    return bytes;
  }

  /**
   * The container is started by the caller's thread, so that a denial is the caller's like any
   * other; its end is waited for by another. To cancel the future is to kill the code.
   */
  private CompletableFuture<Object> later(ReturnForm form, byte[] code) {
    RunningContainer container = sandbox.start(policy, code);
    CompletableFuture<Object> future = new CompletableFuture<>();
    sandbox.execute(
        () -> {
          try {
            future.complete(form.value(container.await()));
          } catch (Denied e) {
            // a class that the application knows
            future.completeExceptionally(new SecurityException(e.getMessage()));
          } catch (Throwable e) {
            future.completeExceptionally(new SecurityException("the sandbox failed: " + e));
          }
        });
    var unused =
        future.whenComplete(
            (value, failure) -> {
              if (future.isCancelled()) {
                container.cancel();
              }
            });
    return future;
  }

  private ReturnForm form(Tool tool) {
    SoftReference<ReturnForm> known = form;
    ReturnForm compiled = known == null ? null : known.get();
    if (compiled == null) {
      compiled = ReturnForm.of(tool.method());
      form = new SoftReference<>(compiled);
    }
    return compiled;
  }
}
