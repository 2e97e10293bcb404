package io.agenttool.guard.audit;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets threads that wait for the disk at the same time share one flush. */
final class GroupCommit {

  /** A flush. */
  interface Flush {
    /** Flushes, and returns the number of the last line that was written before it began. */
    long run() throws IOException;
  }

  private final Flush flush;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean running;
  private long flushed;

  GroupCommit(Flush flush) {
    this.flush = flush;
  }

  /**
   * Returns when a line is on the disk; an interrupt does not end the wait.
   *
   * @throws IOException where its flush failed
   */
  void await(long seq) throws IOException {
    while (true) {
      lock.lock();
      try {
        while (running && flushed < seq) {
          ended.awaitUninterruptibly();
        }
        if (flushed >= seq) {
          return;
        }
        running = true;
      } finally {
        lock.unlock();
      }
      flushOnce();
    }
  }

  private void flushOnce() throws IOException {
    long reached = 0;
    try {
      reached = flush.run();
    } finally {
      lock.lock();
      try {
        flushed = Math.max(flushed, reached);
        running = false;
        ended.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
