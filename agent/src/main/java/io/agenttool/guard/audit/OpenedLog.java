package io.agenttool.guard.audit;

import io.agenttool.guard.evidence.OwnerOnly;
import io.agenttool.guard.settings.SettingsException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A log that may be continued.
 *
 * @param lock held
 * @param file ready for the next line
 * @param tornFile where the unfinished line of a JVM that was killed was moved to, if there was one
 */
record OpenedLog(FolderLock lock, LogFile file, @Nullable String tornFile) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  /** See {@link AuditLog#AuditLog}. */
  static OpenedLog open(Path folder, boolean fsync) {
    FolderLock lock = null;
    RandomAccessFile log = null;
    RandomAccessFile checkpointFile = null;
    try {
      lock = FolderLock.take(folder);
      Path checkpointPath = folder.resolve(Checkpoint.FILE);
      Path logPath = folder.resolve(AuditLog.FILE);
      Checkpoint checkpoint = checkpoint(checkpointPath, logPath);
      // The checkpoint first: a log without one would be refused.
      OwnerOnly.createIfAbsent(checkpointPath);
      checkpointFile = new RandomAccessFile(checkpointPath.toFile(), "rw");
      if (checkpoint.seq() == 0) {
        checkpoint.write(checkpointFile);
      }
      OwnerOnly.createIfAbsent(logPath);
      log = new RandomAccessFile(logPath.toFile(), "rw");
      Tail tail = Tail.read(log, checkpoint);
      String torn = moveTornLine(folder, log, tail.wholeLength());
      return new OpenedLog(lock, new LogFile(log, checkpointFile, tail.last(), fsync), torn);
    } catch (Tail.Refused e) {
      close(log, checkpointFile, lock);
      throw refused(folder, e.getMessage());
    } catch (IOException e) {
      close(log, checkpointFile, lock);
      throw new SettingsException(
          "guard.dir",
          "the audit log in '" + folder + "' cannot be opened: " + OwnerOnly.reason(e));
    } catch (RuntimeException e) {
      close(log, checkpointFile, lock);
      throw e;
    }
  }

  private static Checkpoint checkpoint(Path file, Path log) throws IOException, Tail.Refused {
    Checkpoint checkpoint;
    try {
      checkpoint = Files.exists(file) && Files.size(file) > 0 ? Checkpoint.read(file) : null;
    } catch (IOException e) {
      throw new Tail.Refused(OwnerOnly.reason(e));
    }
    boolean anything = Files.exists(log) && Files.size(log) > 0;
    if (checkpoint == null) {
      if (anything) {
        throw new Tail.Refused("it has no checkpoint beside it");
      }
      return Checkpoint.START;
    }
    return checkpoint;
  }

  private static @Nullable String moveTornLine(Path folder, RandomAccessFile log, long wholeLength)
      throws IOException {
    long length = log.length() - wholeLength;
    if (length == 0) {
      return null;
    }
    Path to = folder.resolve("audit.torn-" + STAMP.format(Instant.now()));
    OwnerOnly.create(to);
    byte[] bytes = new byte[(int) length];
    log.seek(wholeLength);
    log.readFully(bytes);
    try (RandomAccessFile torn = new RandomAccessFile(to.toFile(), "rw")) {
      torn.write(bytes);
      torn.getFD().sync();
    }
    log.setLength(wholeLength);
    return to.getFileName().toString();
  }

  private static SettingsException refused(Path folder, @Nullable String why) {
    Path log = folder.resolve(AuditLog.FILE);
    return new SettingsException(
        "guard.dir",
        "the audit log '"
            + log
            + "' cannot be continued: "
            + why
            + "; run: java -jar guard.jar audit verify '"
            + log
            + "'; for a new log move it and its checkpoint away");
  }

  private static void close(@Nullable AutoCloseable... resources) {
    for (AutoCloseable resource : resources) {
      try {
        if (resource != null) {
          resource.close();
        }
      } catch (Exception ignored) {
        // The first failure is the one to tell.
      }
    }
  }
}
