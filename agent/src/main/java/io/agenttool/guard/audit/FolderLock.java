package io.agenttool.guard.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.agenttool.guard.evidence.OwnerOnly;
import io.agenttool.guard.settings.SettingsException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One log, one writer. The lock is on a file of its own that holds the pid: POSIX drops a process's
 * locks on a file as soon as the process closes the file anywhere, so nobody else opens it.
 */
final class FolderLock implements AutoCloseable {
  private static final Set<Path> held = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final RandomAccessFile file;

  private FolderLock(Path folder, RandomAccessFile file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Takes the lock; the end of the process gives it back, however it ends.
   *
   * @param folder its real path
   * @throws SettingsException where another holds it
   */
  static FolderLock take(Path folder) throws IOException {
    if (!held.add(folder)) {
      throw taken(folder, "this JVM already");
    }
    RandomAccessFile file = null;
    try {
      Path path = folder.resolve("audit.lock");
      OwnerOnly.createIfAbsent(path);
      file = new RandomAccessFile(path.toFile(), "rw");
      FileLock lock = tryLock(file, folder);
      if (lock == null) {
        throw taken(folder, "another JVM" + pid(file));
      }
      file.setLength(0);
      file.write(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII));
      return new FolderLock(folder, file);
    } catch (IOException | RuntimeException e) {
      held.remove(folder);
      if (file != null) {
        file.close();
      }
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(RandomAccessFile file, Path folder) throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException e) {
      throw taken(folder, "this JVM already");
    }
  }

  private static SettingsException taken(Path folder, String by) {
    return new SettingsException(
        "guard.dir", "'" + folder + "' is in use by " + by + "; give each JVM a folder of its own");
  }

  private static String pid(RandomAccessFile file) throws IOException {
    String pid = file.readLine();
    return pid != null && pid.matches("\\d{1,19}") ? " (pid " + pid + ")" : "";
  }

  @Override
  public void close() throws IOException {
    file.close();
    held.remove(folder);
  }
}
