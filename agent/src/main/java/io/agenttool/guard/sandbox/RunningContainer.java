package io.agenttool.guard.sandbox;

import com.github.dockerjava.api.command.AttachContainerCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.WaitContainerCondition;
import io.agenttool.guard.call.Denied;
import io.agenttool.guard.settings.SandboxPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One container, from before it is made until after it is removed. */
final class RunningContainer {

  /** Why code is not left to run to its end. */
  private enum Stop {
    TIME,
    OUTPUT,
    CANCELLED
  }

  private final Engine engine;
  private final SandboxPolicy policy;
  // A name of ours, so that it can be removed also where the engine's answer was lost.
  private final String name = "guard-" + UUID.randomUUID();
  private final CompletableFuture<Stop> stop = new CompletableFuture<>();
  private final ExitCode exit = new ExitCode();
  private final Output output;
  private long started;

  RunningContainer(Engine engine, SandboxPolicy policy) {
    this.engine = engine;
    this.policy = policy;
    this.output = new Output(policy.output(), () -> stop.complete(Stop.OUTPUT));
  }

  /**
   * Makes the container and starts the code in it. Whoever calls this calls {@link #await} after it
   * has returned; where it throws there is no container left.
   */
  void start(Language language, byte[] code) {
    boolean runs = false;
    try {
      create(language);
      attach(language, code);
      engine.ask(client -> client.startContainerCmd(name).exec());
      started = System.nanoTime();
      runs = true;
    } catch (DockerException e) {
      throw new Denied(
          "sandbox.refused",
          "the container engine refused to run code in "
              + policy.image()
              + ", which needs the programs python and timeout: "
              + oneLine(e.getMessage())
              + "; the tool's body was not run");
    } catch (InterruptedException e) {
      throw interrupted();
    } finally {
      if (!runs) {
        discard();
      }
    }
  }

  private void create(Language language) throws InterruptedException {
    try {
      engine.ask(
          client ->
              ContainerSpec.create(
                      client, name, policy, language, Labels.ofThisJvm(policy, Instant.now()))
                  .exec());
    } catch (NotFoundException e) {
      throw new Denied(
          "sandbox.image",
          "the container engine has no image "
              + policy.image()
              + ": docker pull "
              + policy.image()
              + ", or set guard.sandbox.image; the tool's body was not run");
    }
  }

  /** Both before the start, or the first output and a quick end would be missed. */
  private void attach(Language language, byte[] code) throws InterruptedException {
    engine.ask(
        client -> {
          AttachContainerCmd attach =
              client
                  .attachContainerCmd(name)
                  .withFollowStream(true)
                  .withStdOut(true)
                  .withStdErr(true)
                  .withStdIn(language.input(code));
          client.waitContainerCmd(name).withCondition(WaitContainerCondition.NEXT_EXIT).exec(exit);
          return attach.exec(output);
        });
    engine.await(output.started);
    engine.await(exit.started);
  }

  /** Has the code killed; {@link #await} then throws. */
  void cancel() {
    stop.complete(Stop.CANCELLED);
  }

  /**
   * Waits for the code's end, no longer than the policy says, and removes the container.
   *
   * @throws Denied where the engine is lost, or this thread interrupted, or {@link #cancel} called
   */
  Execution await() {
    try {
      CompletableFuture<Object> first = CompletableFuture.anyOf(exit.code, stop);
      boolean late = !isDoneInTime(first);
      if (late || stop.isDone()) {
        kill();
      }
      int code = engine.await(exit.code);
      engine.await(output.ended);
      if (stop.getNow(null) == Stop.CANCELLED) {
        throw new Denied("sandbox.interrupted", "the call was cancelled and its code killed");
      }
      return execution(code, late);
    } catch (ExecutionException e) {
      throw engine.refused(e);
    } catch (InterruptedException e) {
      throw interrupted();
    } finally {
      discard();
    }
  }

  private boolean isDoneInTime(CompletableFuture<Object> end)
      throws ExecutionException, InterruptedException {
    long left = policy.timeout().toNanos() - (System.nanoTime() - started);
    try {
      end.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private void kill() throws InterruptedException {
    try {
      engine.ask(client -> client.killContainerCmd(name).exec());
    } catch (NotFoundException | ConflictException e) {
      // it ended at this very moment
    }
  }

  private Execution execution(int code, boolean late) {
    String out = output.out().text();
    String error = output.error().text();
    if (output.out().isCut() || output.error().isCut()) {
      String why = "killed: it wrote more than " + policy.output() + " bytes";
      return new Execution(false, out, withLine(error, why), Execution.KILLED);
    }
    if (code == Execution.KILLED) {
      String why =
          late
              ? "killed after " + seconds(policy.timeout())
              : "killed, most likely for want of memory: " + policy.memory() + " bytes are allowed";
      return new Execution(false, out, withLine(error, why), code);
    }
    return new Execution(code == 0, out, error, code);
  }

  private static String oneLine(@Nullable String text) {
    String line = String.valueOf(text).replaceAll("\\s+", " ").strip();
    return line.length() <= 300 ? line : line.substring(0, 300) + "…";
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static String withLine(String text, String line) {
    return text.isEmpty() || text.endsWith("\n") ? text + line : text + "\n" + line;
  }

  /**
   * Makes sure of the removal, which the engine has begun by itself where the code has ended. Not
   * to be interrupted: an interrupt that comes now is kept for later.
   */
  private void discard() {
    boolean interrupted = Thread.interrupted();
    try {
      while (!exit.code.isDone() || exit.code.isCompletedExceptionally()) {
        try {
          remove();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (Denied | DockerException e) {
      // the container's own bound ends it, and the next start's sweep removes it
    } finally {
      engine.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** An engine that ended its connections, as one that is restarted does, may take new ones. */
  private void remove() throws InterruptedException {
    try {
      engine.ask(client -> Sandbox.remove(client, name));
    } catch (Denied lost) {
      if (engine.isSilent()) {
        throw lost;
      }
      try (Engine anew = engine.anew()) {
        anew.ask(client -> Sandbox.remove(client, name));
      }
    }
  }

  private static Denied interrupted() {
    Thread.currentThread().interrupt();
    return new Denied("sandbox.interrupted", "the call was interrupted and its code killed");
  }
}
