package io.agenttool.guard.it.apps;

import io.agenttool.AgentTool;
import io.agenttool.ToolArg;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** A tool called on a thousand virtual threads at once, the first of which loads its class. */
public class VirtualThreads {
  private static final Set<String> LOADING =
      Set.of(
          "java.lang.ClassLoader.loadClass",
          "java.lang.Class.forName",
          "jdk.internal.reflect.ReflectionFactory.newConstructorAccessor");

  private static final AtomicInteger ran = new AtomicInteger();

  static class Tool {
    @AgentTool
    String wait(@ToolArg(oneOf = "good") String word) throws InterruptedException {
      ran.incrementAndGet();
      Thread.sleep(5);
      return word;
    }
  }

  private static final AtomicInteger denied = new AtomicInteger();
  private static final AtomicInteger failed = new AtomicInteger();

  /** Says how many calls ran, were denied, and held on to their carriers because of Guard. */
  public static void main(String[] arguments) throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO).withStackTrace();
      recording.start();
      callOnThousand();
      Instant warm = Instant.now();
      callOnThousand();
      recording.stop();
      Path file = Path.of("pinned.jfr");
      recording.dump(file);
      System.out.println("ran " + ran + " denied " + denied + " failed " + failed);
      for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
        report(event, event.getStartTime().isAfter(warm));
      }
    }
  }

  private static void callOnThousand() throws Exception {
    List<Thread> threads = new ArrayList<>();
    CountDownLatch all = new CountDownLatch(1);
    for (int i = 0; i < 1000; i++) {
      String word = i % 2 == 0 ? "good" : "bad";
      threads.add(
          startVirtual(
              () -> {
                try {
                  all.await();
                  if (!new Tool().wait(word).equals("good")) {
                    failed.incrementAndGet();
                  }
                } catch (SecurityException e) {
                  denied.incrementAndGet();
                } catch (Throwable e) {
                  failed.incrementAndGet();
                }
              }));
    }
    all.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** While it is warming up the JVM makes code for what is called often; Guard loads nothing. */
  private static void report(RecordedEvent event, boolean isWarm) {
    if (event.getStackTrace() == null) {
      return;
    }
    List<String> frames =
        event.getStackTrace().getFrames().stream().map(VirtualThreads::name).toList();
    boolean isGuards =
        frames.stream()
            .anyMatch(
                frame ->
                    frame.startsWith("io.agenttool.guard.")
                        && !frame.startsWith("io.agenttool.guard.it."));
    boolean loads = frames.stream().anyMatch(LOADING::contains);
    System.out.println((isGuards && (isWarm || loads) ? "pinned in guard " : "pinned ") + frames);
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  /** {@code Thread.startVirtualThread}, which is newer than what this is compiled for. */
  private static Thread startVirtual(Runnable body) throws ReflectiveOperationException {
    return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, body);
  }
}
