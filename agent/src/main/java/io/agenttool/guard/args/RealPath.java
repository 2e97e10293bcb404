package io.agenttool.guard.args;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where a path leads, whether or not it exists: every symbolic link followed, dangling ones too, so
 * that a link to a file that does not exist yet cannot lead a write outside (CWE-59). {@link
 * Path#toRealPath} alone cannot tell for those.
 */
final class RealPath {
  private static final int MAX_LINKS = 40;

  private RealPath() {}

  /**
   * @param path absolute
   * @throws IOException where links lead in a circle, or the file system does not answer
   */
  static Path of(Path path) throws IOException {
    Deque<Path> names = new ArrayDeque<>();
    path.forEach(names::add);
    Path real = path.getRoot();
    int links = 0;
    while (!names.isEmpty()) {
      String name = names.peekFirst().toString();
      Path next = names.removeFirst();
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      if (name.equals("..")) {
        real = real.getParent() == null ? real : real.getParent();
        continue;
      }
      Path step = real.resolve(next);
      if (!Files.isSymbolicLink(step)) {
        real = step;
        continue;
      }
      if (++links > MAX_LINKS) {
        throw new IOException("links lead in a circle");
      }
      Path target = Files.readSymbolicLink(step);
      if (target.isAbsolute()) {
        real = target.getRoot();
      }
      for (int i = target.getNameCount() - 1; i >= 0; i--) {
        names.addFirst(target.getName(i));
      }
    }
    return spelled(real);
  }

  /** As the file system spells what exists: some do not tell case or Unicode forms apart. */
  private static Path spelled(Path path) throws IOException {
    Path existing = path;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing == null
        ? path
        : existing.toRealPath().resolve(existing.relativize(path)).normalize();
  }
}
