package io.agenttool.guard.audit;

import io.agenttool.guard.evidence.OwnerOnly;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Puts lines on the disk: each whole or not at all, in the order of their numbers.
 *
 * <p>{@link RandomAccessFile} and not a channel: a channel is closed under everyone's feet when a
 * thread that uses it is interrupted, and tools' threads are.
 */
final class LogFile implements AutoCloseable {
  private final RandomAccessFile log;
  private final RandomAccessFile checkpoint;
  private final boolean fsync;
  private final GroupCommit commits;
  private final ReentrantLock lock = new ReentrantLock();
  private final LineWriter writer = new LineWriter();
  private volatile Checkpoint last;
  private long end;

  /** Whether bytes may lie beyond {@link #end} that belong to a line that failed. */
  private boolean torn;

  private @Nullable String broken;

  /**
   * @param log open, and as long as its last whole line
   * @param checkpoint open
   * @param last its last line
   * @param fsync whether {@link #append} returns when the line is on the disk
   */
  LogFile(RandomAccessFile log, RandomAccessFile checkpoint, Checkpoint last, boolean fsync)
      throws IOException {
    this.log = log;
    this.checkpoint = checkpoint;
    this.last = last;
    this.fsync = fsync;
    this.end = log.length();
    this.commits = new GroupCommit(this::force);
    log.seek(end);
    last.write(checkpoint);
  }

  /**
   * Adds a line.
   *
   * @param body a JSON object in braces
   * @throws IOException where the line is not in the log, or not known to be on the disk; the
   *     message is a few words
   */
  void append(byte[] body, int length) throws IOException {
    long seq;
    lock.lock();
    try {
      requireWhole();
      Checkpoint next = write(body, length);
      last = next;
      seq = next.seq();
    } finally {
      lock.unlock();
    }
    if (fsync) {
      commits.await(seq);
    }
  }

  private Checkpoint write(byte[] body, int length) throws IOException {
    long seq = last.seq() + 1;
    String hash = writer.line(seq, Instant.now(), body, length, last.hash());
    Checkpoint next = new Checkpoint(seq, hash);
    torn = true;
    try {
      log.write(writer.bytes(), 0, writer.length());
      if (!fsync) {
        next.write(checkpoint);
      }
    } catch (IOException e) {
      cut();
      throw e;
    }
    torn = false;
    end += writer.length();
    return next;
  }

  private void requireWhole() throws IOException {
    if (broken != null) {
      throw new IOException(broken);
    }
    if (torn) {
      cut();
      if (torn) {
        throw new IOException("a line that failed cannot be taken back");
      }
    }
    if (log.length() != end) {
      throw new IOException("the log was changed by someone else while it was open");
    }
  }

  /** Takes a failed line back; where that fails too, the next call tries again. */
  private void cut() {
    try {
      log.setLength(end);
      log.seek(end);
      if (!fsync) {
        last.write(checkpoint);
      }
      torn = false;
    } catch (IOException again) {
      torn = true;
    }
  }

  /** What {@link GroupCommit} shares: all lines so far to the disk. */
  private long force() throws IOException {
    Checkpoint reached = last;
    try {
      log.getFD().sync();
    } catch (IOException e) {
      // After a failed fsync the kernel may drop the pages and call the next one a success.
      lock.lock();
      try {
        broken = "the log could not be flushed to the disk: " + OwnerOnly.reason(e);
      } finally {
        lock.unlock();
      }
      throw e;
    }
    reached.write(checkpoint);
    return reached.seq();
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      if (broken == null) {
        broken = "the log is closed";
        try (log;
            checkpoint) {
          log.getFD().sync();
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
