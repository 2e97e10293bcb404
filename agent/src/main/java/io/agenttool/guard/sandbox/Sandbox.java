package io.agenttool.guard.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import io.agenttool.guard.call.Denied;
import io.agenttool.guard.settings.SandboxPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs code in containers of one engine. Nothing is sent to the engine, and no thread is started,
 * before the first call; all threads are daemons. For many threads at once.
 */
public final class Sandbox {
  /**
   * How long the engine may take to answer one request. As the first request of a JVM loads a
   * thousand classes, less would deny calls on a machine that is merely busy.
   */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EngineAddress address;
  private final Duration patience;
  private final ExecutorService threads;
  private final AtomicBoolean swept = new AtomicBoolean();

  /**
   * @param host {@code unix:///path} or {@code tcp://host:port}
   * @throws IllegalArgumentException for any other text
   */
  public Sandbox(String host) {
    this(EngineAddress.parse(host), PATIENCE);
  }

  Sandbox(EngineAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
    this.threads = threads();
  }

  /**
   * Runs code to its end.
   *
   * @return how it ended: also where it failed, or was killed at its deadline
   * @throws Denied where it could not be run: {@code sandbox.engine}, {@code sandbox.image}, {@code
   *     sandbox.refused}, {@code sandbox.language}, {@code sandbox.interrupted}
   */
  public Execution run(SandboxPolicy policy, byte[] code) {
    return start(policy, code).await();
  }

  /**
   * Starts code, and returns when it runs.
   *
   * @throws Denied as {@link #run} does
   */
  RunningContainer start(SandboxPolicy policy, byte[] code) {
    Language language = Language.of(policy.language());
    if (language == null) {
      throw new Denied("sandbox.language", "there is no sandbox for '" + policy.language() + "'");
    }
    if (!swept.getAndSet(true)) {
      threads.execute(this::sweepQuietly);
    }
    RunningContainer container =
        new RunningContainer(new Engine(address, threads, patience), policy);
    container.start(language, code);
    return container;
  }

  /** Runs something on a thread of the sandbox's. */
  void execute(Runnable task) {
    threads.execute(task);
  }

  /**
   * Removes the containers of JVMs that are dead. Done once by itself, beside the first call.
   *
   * @return how many there were
   * @throws Denied where no engine answers
   */
  public int sweep() {
    int removed = 0;
    try (Engine engine = new Engine(address, threads, patience)) {
      for (Container container : engine.ask(Sandbox::ofGuard)) {
        if (Labels.isOrphan(container.getLabels(), Instant.now())) {
          engine.ask(client -> remove(client, container.getId()));
          removed++;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return removed;
  }

  private void sweepQuietly() {
    try {
      sweep();
    } catch (Denied | DockerException e) {
      // the call beside which this runs says what is wrong with the engine
      swept.set(false);
    }
  }

  private static List<Container> ofGuard(DockerClient engine) {
    return engine
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of(Labels.GUARD))
        .exec();
  }

  /** Removes a container, running or not; {@code false} if it is gone or going already. */
  static boolean remove(DockerClient engine, String container) {
    try {
      engine.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
      return true;
    } catch (NotFoundException | ConflictException e) {
      return false;
    }
  }

  /** Threads that keep no JVM alive and inherit nothing from the application's. */
  private static ExecutorService threads() {
    AtomicInteger count = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          String name = "guard-sandbox-" + count.incrementAndGet();
          Thread thread = new Thread(null, task, name, 0, false);
          thread.setDaemon(true);
          thread.setContextClassLoader(Sandbox.class.getClassLoader());
          return thread;
        });
  }
}
