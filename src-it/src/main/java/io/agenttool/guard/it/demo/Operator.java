package io.agenttool.guard.it.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * A person at the command line while the guarded application runs: looks at what waits for an
 * approval, approves the one deletion that was asked for, and leaves everything else alone.
 */
final class Operator implements Runnable {
  private final GuardCommand guard;
  private final String wanted;

  /**
   * @param guard the command line
   * @param wanted the whole argument, in its quotes, of the deletion that was asked for
   */
  Operator(GuardCommand guard, String wanted) {
    this.guard = guard;
    this.wanted = wanted;
  }

  /** Ends when it has approved, or is interrupted. */
  @Override
  public void run() {
    try {
      while (!approved()) {
        Thread.sleep(500);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean approved() throws IOException, InterruptedException {
    if (!Files.isDirectory(guard.dir())) {
      return false;
    }
    for (String line : guard.run("approvals", "list").output().lines().toList()) {
      if (line.contains(wanted)) {
        String id = line.strip().split("\\s+", 2)[0];
        Jvm.Ended approval = guard.run("approvals", "approve", id);
        System.out.println("approvals approve " + id + ":  " + approval.output().strip());
        return approval.exitCode() == 0;
      }
    }
    return false;
  }
}
