package io.agenttool.guard.evidence;

import io.agenttool.guard.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders and files that only the user who runs the JVM can open (POSIX modes 700 and 600). */
public final class OwnerOnly {
  private static final FileAttribute<?> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private OwnerOnly() {}

  /**
   * Makes a folder, with those above it, where there is none.
   *
   * @param setting whose value it is, for messages: {@code guard.dir}
   * @return its real path
   * @throws SettingsException where it cannot be made or written, or others can write to it: they
   *     could put another log in place of this one
   */
  public static Path folder(String setting, File folder) {
    Path path = folder.toPath().toAbsolutePath().normalize();
    try {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new SettingsException(setting, "'" + path + "' is a file, not a folder");
      }
      if (!Files.exists(path)) {
        Files.createDirectories(path, posix(path) ? new FileAttribute<?>[] {FOLDER} : none());
      }
      Path real = path.toRealPath();
      if (posix(real) && othersMayWrite(real)) {
        throw new SettingsException(
            setting, "others can write to '" + real + "'; run: chmod go-w '" + real + "'");
      }
      if (!Files.isWritable(real)) {
        throw new SettingsException(setting, "'" + real + "' is not writable");
      }
      return real;
    } catch (IOException e) {
      throw new SettingsException(setting, "'" + path + "' cannot be made: " + reason(e));
    }
  }

  /**
   * Makes an empty file.
   *
   * @throws FileAlreadyExistsException where there is one
   */
  public static void create(Path file) throws IOException {
    Files.createFile(file, posix(file) ? new FileAttribute<?>[] {FILE} : none());
  }

  /**
   * Makes an empty file where there is none.
   *
   * @throws IOException also where it is there and is no plain file
   */
  public static void createIfAbsent(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      try {
        create(file);
      } catch (FileAlreadyExistsException sooner) {
        return;
      }
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("'" + file + "' is not a plain file");
    }
  }

  /** Why a file operation failed, in a few words: the JDK's messages can be the bare path. */
  public static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    String message = e.getMessage();
    return e instanceof java.nio.file.FileSystemException || message == null
        ? e.getClass().getSimpleName()
        : message;
  }

  private static boolean othersMayWrite(Path folder) throws IOException {
    Set<PosixFilePermission> may = Files.getPosixFilePermissions(folder);
    return may.contains(PosixFilePermission.GROUP_WRITE)
        || may.contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] none() {
    return new FileAttribute<?>[0];
  }
}
