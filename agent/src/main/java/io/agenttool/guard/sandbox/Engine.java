package io.agenttool.guard.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import io.agenttool.guard.call.Denied;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The container engine, for the length of one call. Each request is made on a thread of Guard's and
 * waited for no longer than {@code patience}; a request that is given up ends with the connections,
 * in {@link #close}, and so disturbs no other call.
 */
final class Engine implements AutoCloseable {
  /** The rule of denials for want of an engine. */
  static final String RULE = "sandbox.engine";

  private final EngineAddress address;
  private final ExecutorService threads;
  private final Duration patience;
  private final Future<DockerClient> client;
  private volatile boolean silent;

  Engine(EngineAddress address, ExecutorService threads, Duration patience) {
    this.address = address;
    this.threads = threads;
    this.patience = patience;
    this.client = threads.submit(() -> EngineClient.open(address, patience));
  }

  /**
   * Makes a request and waits for its answer.
   *
   * @throws DockerException where the engine refuses
   * @throws Denied {@link #RULE} where it does not answer
   */
  <T> T ask(Function<DockerClient, T> request) throws InterruptedException {
    Future<T> answer = threads.submit(() -> request.apply(client.get()));
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw silent();
    } catch (ExecutionException e) {
      throw refused(e);
    } finally {
      answer.cancel(true);
    }
  }

  /** Waits for something that the engine was asked for, as {@link #ask} does. */
  <T> T await(CompletableFuture<T> event) throws InterruptedException {
    try {
      return event.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw silent();
    } catch (ExecutionException e) {
      throw refused(e);
    }
  }

  /** What an answer that is an exception means. */
  RuntimeException refused(ExecutionException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DockerException || cause instanceof Denied) {
        return (RuntimeException) cause;
      }
      if (cause instanceof IOException) {
        return new Denied(
            RULE,
            "no container engine answers at "
                + address
                + " ("
                + cause.getMessage()
                + "); start one (dockerd, or Docker Desktop) or set guard.sandbox.host; the tool's"
                + " body was not run");
      }
    }
    return new Denied(
        RULE, "the container engine at " + address + " could not be asked: " + failure.getCause());
  }

  /** Whether a request was given up because no answer came in time. */
  boolean isSilent() {
    return silent;
  }

  /** The same engine on new connections. */
  Engine anew() {
    return new Engine(address, threads, patience);
  }

  private Denied silent() {
    silent = true;
    return new Denied(
        RULE,
        "the container engine at "
            + address
            + " does not answer within "
            + patience.toMillis()
            + " ms; restart it or set guard.sandbox.host; the tool's body was not run");
  }

  /** Ends the connections, and with them whatever still waits on one. Returns at once. */
  @Override
  public void close() {
    threads.execute(this::disconnect);
  }

  private void disconnect() {
    try {
      client.get().close();
    } catch (IOException | ExecutionException | RuntimeException e) {
      // closed as far as it goes: the engine has nothing more to be told
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
